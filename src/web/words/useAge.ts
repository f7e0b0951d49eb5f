import { useTranslation } from 'react-i18next'
import { serviceTime } from '../clock.ts'
import { age } from '../i18n/format.ts'
import { useNow } from '../ui/useNow.ts'

/** How long ago a time was: "20 hours ago". The component renders once a minute. */
export function useAge(time: string): string {
  const { t, i18n } = useTranslation()
  const now = useNow(60_000, serviceTime)
  return age(now - Date.parse(time), i18n.language) ?? t('freshness.justNow')
}
