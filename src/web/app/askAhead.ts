import type { QueryClient } from '@tanstack/react-query'
import { matchPath } from 'react-router'
import { offersQuery } from '../api/offers.ts'
import { sessionQuery } from '../api/session.ts'
import { statusQuery } from '../api/status.ts'
import { filterFrom } from '../features/offers/filter.ts'

/** Asks what the page at this address will ask, while its words still travel. */
export function askAhead(client: QueryClient, { pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  void client.prefetchQuery(sessionQuery)
  const list =
    pathname === '/approvals' ? 'approvals' : pathname === '/offers' || pathname === '/' ? 'offers' : undefined
  if (list) void client.prefetchQuery(offersQuery(list, filterFrom(new URLSearchParams(search))))
  const { publisherId, offerId } = matchPath('/publishers/:publisherId/offers/:offerId/:tab', pathname)?.params ?? {}
  if (publisherId && offerId) void client.prefetchQuery(statusQuery({ publisherId, offerId }))
}
