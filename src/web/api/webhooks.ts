import type { QueryClient } from '@tanstack/react-query'
import {
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  type WebhookPlan,
  Webhooks,
  WebhookWithSecret,
} from '../../contract/webhooks.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

const pathOf = (publisherId: string, ...rest: (string | number)[]) =>
  ['/portal/publishers', encodeURIComponent(publisherId), 'webhooks', ...rest].join('/')

const keyOf = (publisherId: string) => ['webhooks', publisherId]

/** The webhooks of a publisher. */
export const webhooksQuery = (publisherId: string) =>
  polled({
    queryKey: keyOf(publisherId),
    ask: () => call(pathOf(publisherId), { reply: Webhooks }),
    base: () => paces.rest,
  })

/** What was sent to a webhook; asked often while something waits. */
export const deliveriesQuery = (publisherId: string, id: string, page: number) =>
  polled({
    queryKey: [...keyOf(publisherId), id, page],
    ask: () => call(pathOf(publisherId, id, 'deliveries'), { query: { page }, reply: WebhookDeliveries }),
    base: (data) => (data?.items.some(({ state }) => state === 'waiting') ? paces.status : paces.rest),
  })

/** What an owner does; each act renews the lists, and a secret does not wait for them. */
export function webhookActs(client: QueryClient, publisherId: string) {
  const renew = () => client.invalidateQueries({ queryKey: keyOf(publisherId) })
  const done = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } finally {
      await renew()
    }
  }
  return {
    add: (plan: WebhookPlan) =>
      call(pathOf(publisherId), { post: true, body: plan, reply: WebhookWithSecret }).finally(() => void renew()),
    change: (id: string, plan: WebhookPlan) =>
      done(call(pathOf(publisherId, id), { method: 'PUT', body: plan, reply: Webhook })),
    replaceSecret: (id: string) =>
      call(pathOf(publisherId, id, 'secret'), { post: true, body: {}, reply: WebhookWithSecret }).finally(
        () => void renew(),
      ),
    remove: async (id: string) => {
      await done(call(pathOf(publisherId, id), { method: 'DELETE' }))
    },
    test: (id: string) => done(call(pathOf(publisherId, id, 'test'), { post: true, body: {}, reply: WebhookDelivery })),
    resend: (id: string, delivery: number) =>
      done(
        call(pathOf(publisherId, id, 'deliveries', delivery, 'resend'), {
          post: true,
          body: {},
          reply: WebhookDelivery,
        }),
      ),
  }
}
