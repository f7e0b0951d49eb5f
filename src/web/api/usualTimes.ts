import { queryOptions } from '@tanstack/react-query'
import { UsualTimes } from '../../contract/usualTimes.ts'
import { call } from './http.ts'

/** Asked once an hour at most: one more attempt hardly changes it. */
const lasting = 3_600_000

/** How long the attempts of an offer type took here. Nobody waits for it, so a failure is not shown. */
export const usualTimesQuery = (offerTypeId: string) =>
  queryOptions({
    queryKey: ['usualTimes', offerTypeId],
    queryFn: () => call(`/portal/offerTypes/${encodeURIComponent(offerTypeId)}/usualTimes`, { reply: UsualTimes }),
    staleTime: lasting,
    gcTime: lasting,
    refetchOnWindowFocus: false,
    retry: false,
  })
