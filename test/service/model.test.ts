// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { at, compare, contentOf, create, operate, post, type Real } from '../support/likeModel.ts'
import * as model from '../support/model.ts'
import { startService } from '../support/service.ts'

type Command = fc.AsyncCommand<model.Model, Real>

/** A command for one offer, one second after the last command. */
const command = (
  name: string,
  index: number,
  run: (offer: model.ModelOffer, real: Real, all: model.Model) => Promise<void>,
): Command => ({
  check: () => true,
  async run(all, real) {
    real.service.clock.advance(1_000)
    const offer = all.offers[index]!
    await run(offer, real, all)
    await compare(offer, real)
  },
  toString: () => `${name}(${index})`,
})

/** Expects a refusal that changes nothing. */
async function expectOutcome(status: Promise<number>, allowed: boolean, effect: () => void, success: number) {
  expect(await status).toBe(allowed ? success : 409)
  if (allowed) effect()
}

const publish = (index: number) =>
  command('publish', index, async (offer, real) => {
    const metadata = { 'notification-emails': 'avery@contoso.com' }
    const status = await post(real, at(offer, '/publish'), { metadata })
    expect(status).toBe(model.mayPublish(offer) ? 202 : model.runs(offer) ? 409 : 422)
    if (status === 202) model.published(offer)
  })

const simple = {
  goLive: (offer, real) =>
    expectOutcome(
      post(real, at(offer, '/golive')),
      model.mayGoLive(offer) || model.goesLive(offer),
      () => model.goesLive(offer) || model.passed(offer),
      202,
    ),
  cancel: (offer, real) =>
    expectOutcome(
      post(real, at(offer, '/cancel')),
      model.mayCancel(offer) || offer.attempt?.cancelAsked === true,
      () => {
        if (offer.attempt?.cancelAsked) return
        if (model.mustAsk(offer)) model.cancelAsked(offer)
        else model.stopped(offer, 'canceled')
      },
      offer.attempt?.cancelAsked || model.mustAsk(offer) ? 202 : 200,
    ),
  approve: (offer, real) =>
    expectOutcome(operate(real, offer, 'approve'), model.mayDecide(offer), () => model.passed(offer, true), 200),
  reject: (offer, real) => {
    const issues = [{ title: 'Output exposes a key', link: 'https://dev.azure.com/contoso/1' }]
    const rejection = operate(real, offer, 'reject', { reason: 'See the issue.', issues })
    return expectOutcome(rejection, model.mayDecide(offer), () => model.stopped(offer, 'failed'), 200)
  },
  hold: (offer, real) => expectOutcome(operate(real, offer, 'hold'), !offer.held, () => model.held(offer, true), 200),
  release: (offer, real) =>
    expectOutcome(operate(real, offer, 'release'), offer.held, () => model.held(offer, false), 200),
  delist: (offer, real) => {
    const allowed = offer.live !== undefined && !offer.delisted
    return expectOutcome(operate(real, offer, 'delist'), allowed, () => model.listed(offer, false), 200)
  },
  relist: (offer, real) =>
    expectOutcome(operate(real, offer, 'relist'), offer.delisted, () => model.listed(offer, true), 200),
  restart: async (_, real) => {
    const now = real.service.clock.now()
    await real.service.close()
    real.service = await startService({ place: real.place, at: now.toISOString() })
  },
} satisfies Record<string, (offer: model.ModelOffer, real: Real) => Promise<void>>

const edit = (index: number, fault: model.Fault) =>
  command(`edit to ${fault}`, index, async (offer, real) => {
    const current = await real.service.request(at(offer))
    const put = (etag: string) =>
      real.service.request(at(offer), {
        method: 'PUT',
        headers: { 'if-match': etag },
        body: JSON.stringify({ offerTypeId: offer.offerTypeId, definition: contentOf(offer, fault) }),
      })
    expect((await put('W/"draft-0"')).status).toBe(412)
    expect((await put(current.headers.get('etag')!)).status).toBe(200)
    model.saved(offer, fault)
  })

/** Whether the marketplace answered a wish to cancel before the step ended, which only it knows. */
async function isStopped({ attempt, offerId }: model.ModelOffer, { service }: Real) {
  if (!attempt?.cancelAsked) return false
  const rows = await service.deps.db.selectFrom('offer').select('status').where('id', '=', offerId).execute()
  return rows[0]?.status === 'canceled'
}

/** Advances to the next due transition of any offer: the service says which, the model says what follows. */
const wait = (index: number) =>
  command('wait', index, async (_, real, all) => {
    const { service } = real
    const rows = await service.deps.db
      .selectFrom('submission')
      .select(['offer_id', 'due_time'])
      .where('due_time', 'is not', null)
      .orderBy('due_time')
      .execute()
    if (!rows[0]) return
    service.clock.advance(Math.max(0, Date.parse(rows[0].due_time!) - service.clock.now().getTime()))
    const now = service.clock.now().toISOString()
    await service.tick()
    for (const { offer_id } of rows.filter(({ due_time }) => due_time! <= now)) {
      const offer = all.offers.find(({ offerId }) => offerId === offer_id)!
      if (await isStopped(offer, real)) model.stopped(offer, 'canceled')
      else model.due(offer)
      await compare(offer, real)
    }
  })

/** Three offers per life: few enough for each to get far. */
const types = fc.shuffledSubarray(
  offerTypes.map(({ id }) => id),
  { minLength: 3, maxLength: 3 },
)
const offers = fc.nat({ max: 2 })
const commands = fc.commands(
  [
    offers.map(publish),
    offers.map(publish),
    ...Array.from({ length: 8 }, () => offers.map(wait)),
    fc
      .tuple(offers, fc.constantFrom('none' as const, 'none' as const, ...model.faults))
      .map(([index, fault]) => edit(index, fault)),
    offers.map((index) => command('goLive', index, simple.goLive)),
    ...Object.entries(simple).map(([name, run]) => offers.map((index) => command(name, index, run))),
  ],
  { maxCommands: 120, size: 'max' },
)

const story = (...names: (keyof typeof simple)[]) => names.map((name) => command(name, 0, simple[name]))
const untilSignOff = Array.from({ length: 4 }, () => wait(0))
const delistedOnTheWay = [
  [publish(0), ...untilSignOff, ...story('goLive'), wait(0)],
  [edit(0, 'none'), publish(0), ...untilSignOff, ...story('delist', 'goLive'), wait(0), ...story('relist')],
].flat()
const canceledOnRequest = [publish(0), ...untilSignOff, ...story('goLive', 'cancel'), wait(0), ...story('cancel')]

test('the service behaves like the model, for all offer types and across restarts', async () => {
  await fc.assert(
    fc.asyncProperty(types, commands, async (three, todo) => {
      const folder = await mkdtemp(join(tmpdir(), 'model-'))
      const place = join(folder, 'dashboard.db')
      const real: Real = { place, service: await startService({ place, at: '2026-03-01T08:00:00.000Z' }) }
      try {
        const all = model.modelOf(three)
        for (const offer of all.offers) await create(offer, real)
        await fc.asyncModelRun(() => ({ model: all, real }), todo)
      } finally {
        await real.service.close()
        await rm(folder, { recursive: true })
      }
    }),
    {
      numRuns: 25,
      // Rare by chance: an offer that is delisted while its next version is being published, and listed again; one that is
      // canceled again after its marketplace stopped it.
      examples: [
        [['microsoft-consulting-services'], delistedOnTheWay],
        [['microsoft-azure-container'], canceledOnRequest],
      ],
    },
  )
}, 120_000)
