import { History, type HistoryQuery } from '../../contract/history.ts'
import { Notifications } from '../../contract/notifications.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'
import { sharedRows } from './rows.ts'

/** `isMoving`: something is being published, so new events may appear. */
export const historyQuery = (filter: HistoryQuery, isMoving: boolean) =>
  polled({
    queryKey: ['history', filter],
    ask: () => call('/portal/history', { query: filter, reply: History }),
    base: () => (isMoving ? paces.list : paces.rest),
    share,
  })

/** The mails about one offer, sent or not. */
export const notificationsQuery = ({ publisherId, offerId }: OfferAddress, page: number, isMoving: boolean) =>
  polled({
    queryKey: ['notifications', publisherId, offerId, page],
    ask: () =>
      call('/portal/notifications', { query: { publisher: publisherId, offer: offerId, page }, reply: Notifications }),
    base: () => (isMoving ? paces.list : paces.rest),
    share,
  })

/** The address of all matching history as a file. */
export function historyFile({ page: _, ...filter }: HistoryQuery) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value)
  return `/api/portal/history.csv${search.size > 0 ? `?${search}` : ''}`
}

function share<List extends { items: { id: number }[]; total: number; hasMore?: boolean | undefined }>(
  known: List,
  answer: List,
): List {
  const items = sharedRows(known.items, answer.items, ({ id }) => id)
  return items === known.items && answer.total === known.total && answer.hasMore === known.hasMore
    ? known
    : { ...answer, items }
}
