import { useTranslation } from 'react-i18next'
import { type EventType, eventTypes, type HistoryEvent } from '../../../contract/history.ts'

export const isKnownEvent = (type: string): type is EventType => eventTypes.some((known) => known === type)

/** The words for an event type; other services may send types that this page does not know. */
export function useEventName() {
  const { t } = useTranslation(['history', 'common'])
  return (type: string) => (isKnownEvent(type) ? t(`event.${type}`) : t('common:unknown', { value: type }))
}

const actors = ['microsoft', 'marketplace', 'system'] as const

/** Who acted: people by their address, the marketplace's side in words. */
export function useActorName() {
  const { t } = useTranslation('history')
  return ({ actor, actorKind }: Pick<HistoryEvent, 'actor' | 'actorKind'>) => {
    const known = actors.find((kind) => kind === actorKind)
    return known ? t(`actor.${known}`) : actor
  }
}
