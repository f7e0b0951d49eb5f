import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { HistoryEvent } from '../../../contract/history.ts'
import { type CameFrom, paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import { Moment } from '../../words/Moment.tsx'
import { EventDetails } from './EventDetails.tsx'
import { EventName } from './EventName.tsx'
import { useActorName } from './eventWords.ts'

type ColumnName = 'eventType' | 'occurredAt' | 'offerName' | 'publisher' | 'user' | 'details'

/** `place`: on a narrow screen an event is a card: what, to which offer, details, and the rest in one line. */
export type Column = { name: ColumnName; place: 'wide' | 'lesser'; cell: (event: HistoryEvent) => ReactNode }

const eventType: Column = { name: 'eventType', place: 'wide', cell: ({ type }) => <EventName type={type} /> }
const occurredAt: Column = { name: 'occurredAt', place: 'lesser', cell: ({ time }) => <Moment time={time} /> }
const offerName: Column = { name: 'offerName', place: 'wide', cell: (event) => <OfferLink event={event} /> }
const publisher: Column = { name: 'publisher', place: 'lesser', cell: ({ publisherName }) => publisherName }
const user: Column = { name: 'user', place: 'lesser', cell: ({ actor }) => <Actor actor={actor} /> }
const details: Column = { name: 'details', place: 'wide', cell: (event) => <EventDetails event={event} /> }

/** Of one offer, it goes without saying which one it is. */
export const columnsOf = {
  all: [eventType, occurredAt, offerName, publisher, user, details],
  offer: [eventType, occurredAt, user, details],
} as const satisfies Record<string, readonly Column[]>
export type EventListName = keyof typeof columnsOf

/** Leads to the offer's Status tab, and remembers history with its filters. */
function OfferLink({ event: { publisherId, offerId, offerName } }: { event: HistoryEvent }) {
  const { search } = useLocation()
  return (
    <PageLink state={{ from: paths.history + search } satisfies CameFrom} to={paths.status(publisherId, offerId)}>
      {offerName}
    </PageLink>
  )
}

function Actor({ actor }: { actor: string }) {
  return useActorName()(actor)
}
