import type { QueryClient } from '@tanstack/react-query'
import { News, type ReadNotifications, type SeenAll, type SeenOffer, type Watch } from '../../contract/news.ts'
import { Notifications } from '../../contract/notifications.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

/** `isMoving`: something is being published. Nobody looks at a hidden page, so there the slow pace is enough. */
export const newsQuery = (isMoving: boolean) =>
  polled({
    queryKey: ['news'],
    ask: () => call('/portal/news', { reply: News }),
    base: () => (isMoving && !document.hidden ? paces.list : paces.rest),
  })

/** The newest notifications of all publishers of the account. */
export const latestNotificationsQuery = polled({
  queryKey: ['notifications', 'latest'],
  ask: () => call('/portal/notifications', { reply: Notifications }),
  base: () => paces.rest,
})

const ofOffer = ({ publisherId, offerId }: OfferAddress, what: string) =>
  `/portal/publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/${what}`

const changed = (client: QueryClient, ...keys: string[]) =>
  Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))

export async function seeAll(client: QueryClient, upTo: News['upTo']) {
  await call('/portal/news/seen', { post: true, body: { upTo } satisfies SeenAll })
  await changed(client, 'news', 'offers')
}

export async function seeOffer(client: QueryClient, offer: OfferAddress, revision: number) {
  await call(ofOffer(offer, 'seen'), { post: true, body: { revision } satisfies SeenOffer })
  await changed(client, 'news', 'offers')
}

export async function readNotifications(client: QueryClient, newest: number) {
  await call('/portal/news/read', { post: true, body: { newest } satisfies ReadNotifications })
  await changed(client, 'news')
}

export async function watchOffer(client: QueryClient, offer: OfferAddress, watching: boolean) {
  await call(ofOffer(offer, 'watch'), { post: true, body: { watching } satisfies Watch })
  await changed(client, 'news')
}
