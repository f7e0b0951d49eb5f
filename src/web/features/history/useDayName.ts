import { useTranslation } from 'react-i18next'
import { startOfDay } from '../../i18n/days.ts'
import { dayName } from '../../i18n/format.ts'
import { useToday } from './useToday.ts'

/** The day of a time: "Today", "Yesterday" or its date. */
export function useDayName() {
  const { t, i18n } = useTranslation('history')
  const today = useToday()
  const yesterday = startOfDay(today, 1)
  return (time: string) => {
    const day = startOfDay(Date.parse(time))
    if (day === today) return t('day.today')
    return day === yesterday ? t('day.yesterday') : dayName(time, i18n.language)
  }
}
