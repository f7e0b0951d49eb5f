import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresOfItsOwn } from '../support/postgres.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const postgres = await postgresOfItsOwn()
const logged: Error[] = []
const uncaught: unknown[] = []
const remember = (error: unknown) => void uncaught.push(error)
let service: Service
let tool: ReturnType<typeof toolOf>

beforeAll(async () => {
  if (!postgres) return
  process.on('uncaughtException', remember)
  service = await startService({ place: postgres.url, deps: () => ({ log: (error) => void logged.push(error) }) })
  tool = toolOf(service)
})
afterAll(async () => {
  await service?.close()
  await postgres?.stop()
  process.off('uncaughtException', remember)
})

const ready = async () => (await service.request('/readyz')).status
const saving = async (offerId: string) => (await tool.put(`/${offerId}`, await draft(offerId), any)).status
const any = { headers: { 'if-match': '*' } }
const drafts = new Map<string, unknown>()
const draft = async (offerId: string) => {
  if (!drafts.has(offerId)) drafts.set(offerId, (await tool.get(`/${offerId}`)).json)
  return drafts.get(offerId)
}

test.skipIf(!postgres)('four writers get 503 during five restarts of PostgreSQL and succeed afterwards', async () => {
  const offers = await Promise.all(Array.from({ length: 4 }, () => service.anOffer()))
  for (const { offerId } of offers) await draft(offerId)
  let writing = true
  const statuses = new Set<number>()
  const writers = offers.map(async ({ offerId }) => {
    while (writing) statuses.add(await saving(offerId))
  })
  for (let restarts = 0; restarts < 5; restarts++) {
    await wait(300)
    await postgres!.restart()
  }
  await wait(300)
  writing = false
  await Promise.all(writers)
  expect([...statuses].sort()).toEqual([200, 503])
  for (const { offerId } of offers) expect(await saving(offerId)).toBe(200)
  expect(uncaught).toEqual([])
})

test.skipIf(!postgres)('terminating a backend in the middle of a transaction ends only that transaction', async () => {
  const { db } = service.deps
  const interrupted = db.transaction().execute(async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  })
  await expect(interrupted).rejects.toMatchObject({ code: 'Unavailable' })
  expect(await ready()).toBe(200)
  expect(uncaught).toEqual([])
})

test.skipIf(!postgres)(
  'a change that waits too long for another one gets 503, and the other one is written',
  async () => {
    const { publisherId, offerId } = await service.anOffer()
    await draft(offerId)
    const waited = await service.deps.db.transaction().execute(async (tx) => {
      await tx.updateTable('publisher').set({ version: 2 }).where('id', '=', publisherId).execute()
      return saving(offerId)
    })
    expect(waited).toBe(503)
    expect(await saving(offerId)).toBe(200)
  },
)

/** Stands before PostgreSQL, and once armed cuts the connection when the answer to a commit is on its way. */
async function commitCutter(url: string) {
  const socket = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`
  let armed = false
  const server = createServer((client) => {
    const upstream = connect(socket)
    let committing = false
    client.on('data', (bytes) => {
      committing = armed && bytes.includes('commit')
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (!committing) return client.write(bytes)
      armed = false
      client.destroy()
      return upstream.end()
    })
    client.on('error', () => {}).on('close', () => upstream.end())
    upstream.on('error', () => {}).on('close', () => client.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    arm: () => {
      armed = true
    },
    close: () => server.close(),
  }
}

test.skipIf(!postgres)('a lost answer to a commit is not called "nothing was changed", because it was', async () => {
  const cutter = await commitCutter(postgres!.url)
  const behind = await startService({ place: cutter.url, deps: () => ({ log: () => {} }) })
  const { offerId } = await behind.anOffer()
  const ours = toolOf(behind)
  const { json } = await ours.get(`/${offerId}`)
  cutter.arm()
  const answer = await ours.put(
    `/${offerId}`,
    { ...json, definition: { ...json.definition, displayText: 'Saved' } },
    any,
  )
  expect(answer.status).toBe(503)
  expect(answer.json.error.message).toMatch(/Whether the change was made is not known/)
  expect((await ours.get(`/${offerId}`)).json.definition.displayText).toBe('Saved')
  await behind.close()
  cutter.close()
})
