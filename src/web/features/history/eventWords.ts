import { useTranslation } from 'react-i18next'
import { type EventType, eventTypes, type HistoryEvent } from '../../../contract/history.ts'
import { useWords } from '../../words/lookup.ts'

export const isKnownEvent = (type: string): type is EventType => eventTypes.some((known) => known === type)

/** The words for an event type; other services may send types that this page does not know. */
export function useEventName() {
  const { t } = useTranslation(['history', 'common'])
  return (type: string) => (isKnownEvent(type) ? t(`event.${type}`) : t('common:unknown', { value: type }))
}

/** Who acted: people by their address, the marketplace's side in words. */
export function useActorName() {
  const words = useWords()
  return ({ actor, actorKind }: Pick<HistoryEvent, 'actor' | 'actorKind'>) =>
    words('history', `actor.${actorKind}`) ?? actor
}
