import type { QueryClient } from '@tanstack/react-query'
import { matchPath } from 'react-router'
import { historyQuery } from '../api/history.ts'
import { offersQuery } from '../api/offerList.ts'
import { sessionQuery } from '../api/session.ts'
import { statusQuery } from '../api/status.ts'
import * as history from '../features/history/filter.ts'
import { filterFrom } from '../features/offerList/filter.ts'

/** Asks what the page at this address will ask, while its words still travel. */
export function askAhead(client: QueryClient, location: Pick<Location, 'pathname' | 'search'>) {
  const { pathname } = location
  const search = new URLSearchParams(location.search)
  void client.prefetchQuery(sessionQuery)
  const list =
    pathname === '/approvals' ? 'approvals' : pathname === '/offers' || pathname === '/' ? 'offers' : undefined
  if (list) void client.prefetchQuery(offersQuery(list, filterFrom(search)))
  if (pathname === '/history') void client.prefetchQuery(historyQuery(history.filterFrom(search), false))
  const { publisherId, offerId, tab } =
    matchPath('/publishers/:publisherId/offers/:offerId/:tab', pathname)?.params ?? {}
  if (!publisherId || !offerId) return
  void client.prefetchQuery(statusQuery({ publisherId, offerId }))
  if (tab !== 'history') return
  const events = { publisher: publisherId, offer: offerId, ...history.pageFrom(search) }
  void client.prefetchQuery(historyQuery(events, false))
}
