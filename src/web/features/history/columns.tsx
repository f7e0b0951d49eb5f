import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { HistoryEvent } from '../../../contract/history.ts'
import { slot, TextAround } from '../../i18n/TextAround.tsx'
import { type CameFrom, paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import type { Column } from '../../ui/table/column.ts'
import { Moment } from '../../words/Moment.tsx'
import { EventDetails } from './EventDetails.tsx'
import { EventName } from './EventName.tsx'
import { useActorName } from './eventWords.ts'

type ColumnName = 'eventType' | 'occurredAt' | 'offerName' | 'publisher' | 'user' | 'details'

type EventColumn = Column<HistoryEvent, ColumnName>

const eventType: EventColumn = { name: 'eventType', place: 'wide', cell: ({ type }) => <EventName type={type} /> }
const occurredAt: EventColumn = { name: 'occurredAt', place: 'lesser', cell: ({ time }) => <Moment time={time} /> }
const offerName: EventColumn = { name: 'offerName', place: 'wide', cell: (event) => <OfferLink event={event} /> }
const publisher: EventColumn = { name: 'publisher', place: 'lesser', cell: ({ publisherName }) => publisherName }
const user: EventColumn = { name: 'user', place: 'lesser', cell: (event) => <Actor event={event} /> }
const details: EventColumn = { name: 'details', place: 'wide', cell: (event) => <EventDetails event={event} /> }

/** A single offer's history does not name the offer in each row. */
export const columnsOf = {
  all: [eventType, occurredAt, offerName, publisher, user, details],
  offer: [eventType, occurredAt, user, details],
} as const satisfies Record<string, readonly EventColumn[]>
export type EventListName = keyof typeof columnsOf

/** Links to the offer's Status tab, and keeps the way back to history with its filters. Some events are about no offer, or one that is gone. */
function OfferLink({ event: { publisherId, offerId, offerName, isDeleted, details } }: { event: HistoryEvent }) {
  const { pathname, search } = useLocation()
  if (!offerId) return null
  if (isDeleted) return <DeletedOffer name={details.name ?? offerName} />
  return (
    <PageLink state={{ from: pathname + search } satisfies CameFrom} to={paths.status(publisherId, offerId)}>
      {offerName}
    </PageLink>
  )
}

function DeletedOffer({ name }: { name: string }) {
  const { t } = useTranslation('history')
  return (
    <span>
      <TextAround text={t('deletedOffer', { name: slot })}>
        <bdi>{name}</bdi>
      </TextAround>
    </span>
  )
}

function Actor({ event }: { event: HistoryEvent }) {
  return useActorName()(event)
}
