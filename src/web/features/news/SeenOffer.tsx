import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { seeOffer } from '../../api/news.ts'
import { withoutPolling } from '../../api/polled.ts'
import { statusQuery } from '../../api/status.ts'
import type { OfferAddress } from '../../paths.ts'
import { useNews } from './useNews.ts'

/** An offer whose page is open is seen, as it is there, while the page is visible. */
export function SeenOffer(offer: OfferAddress) {
  const { publisherId, offerId } = offer
  const client = useQueryClient()
  const { data: status } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const revision = status?.offer?.revision ?? 0
  const changed = useNews()?.changed ?? 0
  const told = useRef(0)
  useEffect(() => {
    if (changed === 0 || revision <= told.current || document.hidden) return
    told.current = revision
    // What was not kept stays new; the next visit tells it again.
    seeOffer(client, { publisherId, offerId }, revision).catch(() => {})
  }, [client, publisherId, offerId, revision, changed])
  return null
}
