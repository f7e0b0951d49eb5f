import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import { startOfDay } from '../../i18n/days.ts'
import { dayName } from '../../i18n/format.ts'
import type { Group } from '../../ui/table/DataTable.tsx'
import { useToday } from './useToday.ts'

/** Divides events by the day on which they happened: "Today", "Yesterday" or its date. */
export function useDays() {
  const { t, i18n } = useTranslation('history')
  const today = useToday()
  const yesterday = startOfDay(today, 1)
  function titleOf(time: string) {
    const day = startOfDay(Date.parse(time))
    if (day === today) return t('day.today')
    return day === yesterday ? t('day.yesterday') : dayName(time, i18n.language)
  }
  return (events: readonly HistoryEvent[]): Group<HistoryEvent>[] => {
    const days = Map.groupBy(events, ({ time }) => startOfDay(Date.parse(time)))
    return [...days].map(([day, items]) => ({ name: String(day), title: titleOf(items[0]!.time), items }))
  }
}
