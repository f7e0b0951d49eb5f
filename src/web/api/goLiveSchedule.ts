import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { GoLiveSchedule, type ScheduleGoLive, type UnscheduleGoLive } from '../../contract/goLiveSchedule.ts'
import type { OfferAddress } from '../paths.ts'
import { repeated } from './actions.ts'
import { call } from './http.ts'
import { invalidateLists } from './offerList.ts'
import { portalPath, statusQuery } from './status.ts'

const path = (offer: OfferAddress) => portalPath(offer, 'goLiveSchedule')

const settled = (client: QueryClient, offer: OfferAddress) => () =>
  Promise.all([client.invalidateQueries({ queryKey: statusQuery(offer).queryKey }), invalidateLists(client)])

/** Sent again until it is answered: the same plan twice is one plan. */
export const scheduleMutation = (client: QueryClient, offer: OfferAddress) =>
  mutationOptions({
    ...repeated,
    mutationFn: (body: ScheduleGoLive) => call(path(offer), { method: 'PUT', body, reply: GoLiveSchedule }),
    onSettled: settled(client, offer),
  })

export const unscheduleMutation = (client: QueryClient, offer: OfferAddress) =>
  mutationOptions({
    ...repeated,
    mutationFn: (query: UnscheduleGoLive) => call<void>(path(offer), { method: 'DELETE', query }),
    onSettled: settled(client, offer),
  })
