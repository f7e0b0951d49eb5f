import { eitherMarketplace } from '../../src/service/marketplace/either.ts'
import type { Marketplace } from '../../src/service/marketplace/marketplace.ts'
import { partnerCenterClient } from '../../src/service/marketplace/partnerCenter/client.ts'
import { discover } from '../../src/service/marketplace/partnerCenter/discover.ts'
import type { BudgetStore } from '../../src/service/marketplace/partnerCenter/limiter.ts'
import { partnerCenter as partnerCenterMarketplace } from '../../src/service/marketplace/partnerCenter/marketplace.ts'
import { sharedBudget } from '../../src/service/marketplace/partnerCenter/sharedBudget.ts'
import { cancel } from '../../src/service/offers/cancel.ts'
import { follower } from '../../src/service/offers/follow.ts'
import { delistForPublisher, relist } from '../../src/service/offers/listing.ts'
import { publish } from '../../src/service/offers/publish.ts'
import { signOff } from '../../src/service/offers/signOff.ts'
import { person } from '../../src/service/publishing/actor.ts'
import type { Durations } from './partnerCenter/account.ts'
import { partnerCenter } from './partnerCenter/fake.ts'
import { serve } from './partnerCenter/server.ts'
import type { Switches } from './partnerCenter/switches.ts'
import { startService } from './service.ts'

/** The publisher of the account's offers; those of Contoso are simulated. */
export const publisherId = 'fabrikam'
const minute = 60_000

type Options = {
  switches?: Partial<Switches>
  durations?: Partial<Durations>
  replicas?: number
  place?: string
  named?: boolean
}

/** The real service over a fake Partner Center, both with the clock of the test. */
export async function startRemoteService({
  switches = {},
  durations = {},
  replicas = 1,
  place,
  named = false,
}: Options = {}) {
  let now = () => new Date()
  let simulated: Marketplace | undefined
  const fake = partnerCenter({ now: () => now(), switches, durations })
  const { origin, settings, close } = await serve(fake)
  const connect = (budget: BudgetStore) =>
    partnerCenterClient({
      baseUrl: settings.PARTNER_CENTER_URL,
      loginUrl: settings.PARTNER_CENTER_LOGIN_URL,
      olderUrl: named ? settings.PARTNER_CENTER_V1_URL : undefined,
      credentials: fake.credentials,
      now: () => now(),
      budget,
    })
  const logged: Error[] = []
  const log = (error: Error) => void logged.push(error)
  const service = await startService({
    at: '2026-05-11T13:00:00Z',
    ...(place && { place }),
    deps: (real) => {
      now = real.now
      simulated = real.marketplace
      const client = connect(sharedBudget(real.db))
      const remote = partnerCenterMarketplace({ db: real.db, client, publisherId, random: () => 0.5, log })
      return { marketplace: eitherMarketplace(real.marketplace, remote) }
    },
  })
  const { deps } = service
  const client = connect(sharedBudget(deps.db))
  const another = () => {
    const client = connect(sharedBudget(deps.db))
    const remote = partnerCenterMarketplace({ db: deps.db, client, publisherId, random: () => 0.5, log })
    return follower({ ...deps, marketplace: remote })
  }
  const followers = [follower(deps), ...Array.from({ length: replicas - 1 }, another)]
  const actor = person('avery@contoso.com')
  const request = (offerId: string, idempotencyKey?: string) => ({
    publisherId,
    offerId,
    actor,
    ...(idempotencyKey && { repeatable: { key: idempotencyKey, hash: '' } }),
  })

  /** Everything that is due now, at all replicas at once. */
  async function look() {
    await Promise.all(
      followers.map(async (follow) => {
        while ((await follow()) > 0);
      }),
    )
  }

  return {
    ...service,
    fake,
    origin,
    logged,
    simulated: simulated!,
    look,
    discover: () => discover(deps.db, client, publisherId, now()),
    /** Ends the last replica and starts another, which knows only what the database holds. */
    restart() {
      followers[followers.length - 1] = another()
    },
    /** Lets minutes pass; the workers look once in each. */
    async pass(minutes: number) {
      for (let passed = 0; passed < minutes; passed++) {
        service.clock.advance(minute)
        await look()
      }
    },
    publishRemote: (offerId: string, key?: string) =>
      publish(deps, { ...request(offerId, key), notificationEmails: actor.name, language: 'en-US' }),
    goLiveRemote: (offerId: string) => signOff(deps, request(offerId)),
    cancelRemote: (offerId: string) => cancel(deps, request(offerId)),
    delist: (offerId: string) => delistForPublisher(deps, request(offerId)),
    relist: (offerId: string) => relist(deps, request(offerId)),
    async status(offerId: string, publisher = publisherId) {
      const answer = await service.request(
        `/api/publishers/${publisher}/offers/${offerId}/status?api-version=2017-10-31`,
      )
      return answer.json()
    },
    /** The state of the submission and of its steps. */
    async state(offerId: string, publisher = publisherId): Promise<string> {
      const { status, steps } = await this.status(offerId, publisher)
      return [status, ...steps.map((step: { status: string }) => step.status)].join(' ')
    },
    async history(offerId: string): Promise<string[]> {
      const answer = await service.request(`/api/portal/history?publisher=${publisherId}&offer=${offerId}`)
      const { items } = await answer.json()
      return items.map(({ type, actor }: { type: string; actor: string }) => `${type} ${actor}`).toReversed()
    },
    async mails(offerId: string): Promise<string[]> {
      const answer = await service.request(`/api/portal/notifications?publisher=${publisherId}&offer=${offerId}`)
      const { items } = await answer.json()
      return items.map(({ kind }: { kind: string }) => kind).toReversed()
    },
    /** How often Partner Center was asked to change something. */
    posts: () => fake.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/configure')).length,
    async [Symbol.asyncDispose]() {
      await service.close()
      await close()
    },
  }
}
