// @vitest-environment node
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { simulatedMarketplace } from '../../src/service/marketplace/simulated/behaviour.ts'
import { follower } from '../../src/service/offers/follow.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-virtualmachines'
const whole = { offerTypeId: type, definition: sampleDefinition(type, 'Server') }
const tables = [
  'publisher',
  'offer',
  'offer_version',
  'submission',
  'audit_event',
  'notification',
  'idempotency',
] as const

/** The number of the writing statement that fails; none when undefined. */
let failing: number | undefined
let writes = 0
let log: string[] = []
let service: Service
let tool: ReturnType<typeof toolOf>
let id: string
let follow: () => Promise<number>

beforeAll(async () => {
  service = await startService({
    at: '2026-03-02T09:00:00.000Z',
    deps: ({ db: real }) => {
      const db = real.withPlugin({
        transformQuery: ({ node }) => {
          if (/^(?:Insert|Update|Delete)QueryNode$/.test(node.kind) && ++writes === failing)
            throw new Error('The disk is full.')
          return node
        },
        transformResult: async ({ result }) => result,
      })
      const record = ({ message }: Error) => void log.push(message)
      return { db, log: record, marketplace: simulatedMarketplace({ db, pace: 15 }) }
    },
  })
  tool = toolOf(service)
  follow = follower({ ...service.deps, atOnce: true })
})
afterAll(() => service.close())
beforeEach(async () => {
  failing = undefined
  log = []
  id = (await service.anOffer()).offerId
})

const everything = async () => {
  const held: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(service.deps.db)
    held[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return held
}

/** Makes each statement of an action fail in turn, and checks that nothing of the action remains. */
async function failsWhole(action: () => Promise<{ status: number; json?: { error: { code: string } } }>) {
  for (let statement = 1; ; statement++) {
    const before = await everything()
    writes = 0
    log = []
    failing = statement
    const { status, json } = await action()
    failing = undefined
    // The action has fewer statements: it succeeded.
    if (writes < statement) return { statements: writes, status }
    expect([statement, status, json?.error.code, log]).toEqual([statement, 500, 'InternalError', ['The disk is full.']])
    expect(await everything()).toEqual(before)
  }
}

const toSignOff = async () => {
  await tool.publish(id)
  await settle()
}
/** The clock of the service, but its own database, whose statements fail. */
const settle = async () => {
  for (let steps = 0; steps < 50; steps++) {
    service.clock.advance(3_600_000)
    await follow()
  }
}
const key = { headers: { 'idempotency-key': 'once' } }

describe('when one statement fails, nothing remains of', () => {
  test('creating an offer', async () => {
    const { statements, status } = await failsWhole(() => tool.put(`/new-${id}`, whole))
    expect([statements >= 3, status]).toEqual([true, 201])
  })

  test('saving a draft', async () => {
    const { statements, status } = await failsWhole(() => tool.put(`/${id}`, whole, { headers: { 'if-match': '*' } }))
    expect([statements >= 3, status]).toEqual([true, 200])
  })

  test('publishing, and the same key then publishes once', async () => {
    const { statements, status } = await failsWhole(() => tool.publish(id, key))
    expect([statements >= 5, status]).toEqual([true, 202])
    expect((await tool.publish(id, key)).status).toBe(202)
    expect(await tool.submissions(id)).toHaveLength(1)
  })

  test('Go Live', async () => {
    await toSignOff()
    expect(await failsWhole(() => tool.post(`/${id}/golive`, undefined, key))).toMatchObject({ status: 202 })
    await settle()
    expect((await tool.statusOf(id)).status).toBe('succeeded')
  })

  test('canceling', async () => {
    await toSignOff()
    expect(await failsWhole(() => tool.post(`/${id}/cancel`, undefined, key))).toMatchObject({ status: 200 })
    expect((await tool.statusOf(id)).status).toBe('canceled')
  })
})

test('a step, which is then written once in the next run', async () => {
  await tool.publish(id)
  const stepsOf = async () => (await tool.statusOf(id)).steps.map(({ status }: { status: string }) => status)
  service.clock.advance(60_000)
  for (let statement = 1; statement <= 3; statement++) {
    const before = await everything()
    writes = 0
    failing = statement
    expect(await follow()).toBe(0)
    failing = undefined
    expect(await everything()).toEqual(before)
  }
  expect(log).toEqual(['The disk is full.', 'The disk is full.', 'The disk is full.'])
  expect((await stepsOf()).slice(0, 2)).toEqual(['inProgress', 'notStarted'])
  expect(await follow()).toBe(1)
  expect((await stepsOf()).slice(0, 2)).toEqual(['complete', 'inProgress'])
})
