import type { Language } from '../../src/contract/languages.ts'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { addPeople, demoOwner } from '../../src/service/demo/people.ts'
import { createApp } from '../../src/service/http/app.ts'
import type { Deps } from '../../src/service/http/deps.ts'
import type { Page } from '../../src/service/http/page.ts'
import { rateLimit } from '../../src/service/http/rateLimit.ts'
import { simulatedMarketplace } from '../../src/service/marketplace/simulated/behaviour.ts'
import { type Operator, simulatedOperator } from '../../src/service/marketplace/simulated/operator.ts'
import { cancel } from '../../src/service/offers/cancel.ts'
import { follower } from '../../src/service/offers/follow.ts'
import { scheduleKeeper } from '../../src/service/offers/keepSchedule.ts'
import { publish } from '../../src/service/offers/publish.ts'
import { signOff } from '../../src/service/offers/signOff.ts'
import { person } from '../../src/service/publishing/actor.ts'
import { sealing } from '../../src/service/sealing.ts'
import { change } from '../../src/service/store/changes.ts'
import { createOffer } from '../../src/service/store/offers.ts'
import { openStore } from '../../src/service/store/open.ts'
import { databaseAt, giveBack } from './database.ts'

const origin = 'http://localhost'
const people = [demoOwner, 'camille', 'minjun', 'noor', 'operator'] as const
type Person = (typeof people)[number]

/** The simulated marketplace always has its operator. */
type RealDeps = Deps & { operator: Operator }

type Options = {
  /** The place of the database: in memory by default. */
  place?: string
  /** Stops the clock at this time; by default it runs from the current time. */
  at?: string
  /** Seconds an automated step takes on average. */
  pace?: number
  page?: Page
  /** Parts that a test replaces. */
  deps?: (real: RealDeps) => Partial<Deps>
}

export type OfferKey = { publisherId: string; offerId: string }

let count = 0
const unlimited = rateLimit(1e12, () => new Date(0))

/** The real service over its own database, with the demonstration's people and no offers. */
export async function startService({ place = ':memory:', at, pace = 15, page, deps: replaced }: Options = {}) {
  let passed = 0
  const now = () => new Date((at ? Date.parse(at) : Date.now()) + passed)
  // biome-ignore lint/suspicious/noConsole: a fault of the service fails the test, unless the test spies on the console
  const log = (error: Error) => console.error(error)
  const address = await databaseAt(place)
  const { db, stamp, marks, databaseId, writable, close } = await openStore(address)
  await addPeople(db, now())
  const offerDeps = { db, now, marketplace: simulatedMarketplace({ db, pace }) }
  const real: RealDeps = {
    ...offerDeps,
    stamp,
    marks,
    databaseId,
    writable,
    operator: simulatedOperator({ ...offerDeps, pace }),
    tokens: new Map(people.map((person) => [`token-of-${person}`, person])),
    demoAccount: demoOwner,
    // Tests that count requests bring their own.
    limits: { writes: unlimited, entries: unlimited },
    proxies: 0,
    sessionLife: { idle: 90 * 86_400_000, absolute: 90 * 86_400_000 },
    hosts: ['localhost', '127.0.0.1'],
    log,
    // Nothing outside is read, unless a test brings its own pictures.
    readPicture: async () => undefined,
    mail: { home: origin, sends: false },
    webhooks: { sealing: sealing('key of the tests'), privateAddresses: true },
    simulated: true,
  }
  const deps: Deps = { ...real, ...replaced?.(real) }
  const app = createApp(deps, page)
  const email = `${demoOwner}@contoso.com`
  const actor = person(email)

  const followDue = follower({ ...real, atOnce: true })
  const keepSchedule = scheduleKeeper(real)
  /** Everything that is due by now. */
  const follow = async () => (await keepSchedule()) + (await followDue())
  const tick = async () => {
    while ((await follow()) > 0);
  }
  /** Moves the clock to the next transition of the marketplace and applies it; false when none is scheduled. */
  const step = async () => {
    const { next } = await db
      .selectFrom('submission')
      .select((eb) => eb.fn.min('due_time').as('next'))
      .where('state', '=', 'running')
      .executeTakeFirstOrThrow()
    if (!next) return false
    passed += Math.max(0, Date.parse(String(next)) - now().getTime())
    await tick()
    return true
  }

  return {
    deps,
    operator: real.operator,
    follow,
    fetch: app.fetch,
    /** A tool's request with a bearer token: the owner's by default. */
    request: (path: string, { as = demoOwner, headers, ...init }: RequestInit & { as?: Person } = {}) =>
      Promise.resolve(
        app.request(new URL(path, origin), {
          ...init,
          headers: { authorization: `Bearer token-of-${as}`, ...Object.fromEntries(new Headers(headers)) },
        }),
      ),
    browser: () => browserOf(app.fetch),
    clock: {
      now,
      advance(milliseconds: number) {
        passed += milliseconds
      },
    },
    tick,
    step,
    /** Lets time pass until every offer waits for its publisher or is finished. */
    async settle() {
      for (let steps = 0; steps < 200; steps++) if (!(await step())) return
    },
    async anOffer({
      publisherId = 'contoso',
      type = 'microsoft-azure-virtualmachines',
      name = `Offer ${++count}`,
      offerId = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      content = (definition: Definition) => definition,
    } = {}): Promise<OfferKey> {
      const definition = content(sampleDefinition(type, name))
      await change(db, publisherId, (open) => createOffer(open, { id: offerId, offerTypeId: type, definition }, now()))
      return { publisherId, offerId }
    },
    publish: (
      offer: OfferKey,
      { notificationEmails = email, language = 'en-US' }: { notificationEmails?: string; language?: Language } = {},
    ) => publish(real, { ...offer, actor, notificationEmails, language }),
    goLive: (offer: OfferKey) => signOff(real, { ...offer, actor }),
    cancel: (offer: OfferKey, reason?: string) => cancel(real, { ...offer, actor, reason }),
    async close() {
      await close()
      await giveBack(address)
    },
  }
}
export type Service = Awaited<ReturnType<typeof startService>>

/** `fetch` as a browser on this site does it: it keeps cookies and says where a request comes from. */
function browserOf(answer: (request: Request) => Response | Promise<Response>) {
  let cookie = ''
  return async (path: string | URL | Request, init?: RequestInit) => {
    const request = new Request(path instanceof Request ? path : new URL(path, origin), init)
    if (cookie) request.headers.set('cookie', cookie)
    request.headers.set('sec-fetch-site', 'same-origin')
    if (init?.body && !new Headers(init.headers).has('content-type'))
      request.headers.set('content-type', 'application/json')
    const response = await answer(request)
    for (const given of response.headers.getSetCookie()) cookie = given.split(';')[0]!
    return response
  }
}
