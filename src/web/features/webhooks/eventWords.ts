import { useTranslation } from 'react-i18next'
import { eventTypes } from '../../../contract/history.ts'
import { testType } from '../../../contract/webhooks.ts'

/** The words of History for an event type, and those of the test. */
export function useEventWords() {
  const { t } = useTranslation(['webhooks', 'history', 'common'])
  return (type: string): string => {
    const known = eventTypes.find((one) => one === type)
    if (known) return t(`history:event.${known}`)
    return type === testType ? t('deliveries.test') : t('common:unknown', { value: type })
  }
}
