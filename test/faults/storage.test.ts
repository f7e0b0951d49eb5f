import dns from 'node:dns'
import { copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { postgresOfItsOwn } from '../support/postgres.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

type Scene = { service: Service; restart: (between?: () => void) => Promise<void> }
type Fault = {
  name: string
  begin: (scene: Scene) => Promise<unknown>
  end: (scene: Scene) => Promise<unknown>
  /** What the caller reads, and what the log names as the cause. */
  says: string
  cause: RegExp
}

const folder = mkdtempSync(join(tmpdir(), 'storage-'))
const file = join(folder, 'dashboard.db')
const postgres = await postgresOfItsOwn()
const relay = postgres && (await relayTo(postgres.url))
afterAll(async () => {
  relay?.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true })
})

const pragma = (text: string) => (scene: Scene) => sql.raw(`pragma ${text}`).execute(scene.service.deps.db)
const inPostgres = async (...statements: string[]) => {
  const client = new pg.Client(postgres!.url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const readOnly = 'The database cannot be written to. Nothing was changed; try again later.'
const away = 'The database does not answer. Nothing was changed; try again.'

const inFile: Fault[] = [
  {
    name: 'a full disk',
    begin: pragma('max_page_count = 1'),
    end: pragma('max_page_count = 1000000'),
    says: readOnly,
    cause: /database or disk is full/,
  },
  {
    name: 'a disk that has become read-only',
    begin: pragma('query_only = 1'),
    end: pragma('query_only = 0'),
    says: readOnly,
    cause: /attempt to write a readonly database/,
  },
  {
    name: 'a damaged database, until its backup is restored',
    async begin(scene) {
      await pragma('wal_checkpoint(truncate)')(scene)
      copyFileSync(file, `${file}-backup`)
      const damaged = openSync(file, 'r+')
      writeSync(damaged, Buffer.alloc(statSync(file).size - 4_096, 0xa5), 0, undefined, 4_096)
      await pragma('shrink_memory')(scene)
    },
    end: ({ restart }) => restart(() => copyFileSync(`${file}-backup`, file)),
    says: 'The database is damaged. Nothing more is read or written until it is restored from a backup and the service restarts.',
    cause: /malformed|not a database/,
  },
]

const inServer: Fault[] = [
  {
    name: 'a PostgreSQL that restarts',
    begin: async () => relay!.refuse(),
    end: async () => {
      await postgres!.restart()
      relay!.accept()
    },
    says: away,
    cause: /ECONNREFUSED|ECONNRESET|terminated/,
  },
  {
    name: 'a PostgreSQL that is frozen',
    begin: async () => postgres!.freeze(),
    end: async () => postgres!.thaw(),
    says: away,
    cause: /timeout/i,
  },
  {
    name: 'a failover to a PostgreSQL that only reads, and back',
    begin: async () => {
      await inPostgres('alter system set default_transaction_read_only = on', 'select pg_reload_conf()')
      relay!.cut()
      // Time in which the service notices that its connections are gone.
      await inPostgres('select 1')
    },
    end: async () => {
      await inPostgres('alter system reset default_transaction_read_only', 'select pg_reload_conf()')
      relay!.cut()
    },
    says: readOnly,
    cause: /read-only transaction/,
  },
  {
    name: 'a name that DNS does not know any more',
    begin: async () => {
      relay!.forget()
      relay!.cut()
    },
    end: async () => relay!.remember(),
    says: away,
    cause: /ENOTFOUND/,
  },
]

for (const [place, faults, skipped] of [
  [file, inFile, false],
  [relay?.url ?? '', inServer, !relay],
] as const)
  for (const fault of faults)
    describe.skipIf(skipped)(fault.name, () => {
      const logged: Error[] = []
      const open = () => startService({ place, deps: () => ({ log: (error) => void logged.push(error) }) })
      const scene: Scene = {
        service: undefined as never,
        restart: async (between) => {
          await scene.service.close()
          between?.()
          scene.service = await open()
        },
      }
      const ready = async () => (await scene.service.request('/readyz')).status
      const longText = 'long '.repeat(50_000)
      async function save(offerId: string, text: string) {
        const tool = toolOf(scene.service)
        return tool.put(`/${offerId}`, { ...draft, definition: { ...draft.definition, displayText: text } }, any)
      }
      const any = { headers: { 'if-match': '*' } }
      let draft: { definition: { displayText: string; offer: Record<string, unknown> } }
      let refused: Awaited<ReturnType<typeof save>>
      let readiness: number[]
      let kept: string
      let again: number
      let took: number

      beforeAll(async () => {
        scene.service = await open()
        const { offerId } = await scene.service.anOffer()
        draft = (await toolOf(scene.service).get(`/${offerId}`)).json
        draft.definition.offer['microsoft-azure-marketplace.description'] = longText
        expect((await save(offerId, 'Acknowledged')).status).toBe(200)
        await fault.begin(scene)
        const began = Date.now()
        const [answer, during] = await Promise.all([save(offerId, 'Refused'), save(offerId, 'Refused').then(ready)])
        took = Date.now() - began
        refused = answer
        readiness = [during]
        await fault.end(scene)
        await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 15_000 })
        readiness.push(await ready())
        kept = (await toolOf(scene.service).get(`/${offerId}`)).json.definition.displayText
        again = (await save(offerId, 'Later')).status
      }, 60_000)
      afterAll(() => scene.service.close())

      test('the caller reads within seconds what is wrong and that nothing was changed', () => {
        expect([refused.status, refused.json.error]).toMatchObject([503, { code: 'Unavailable', message: fault.says }])
        expect(took).toBeLessThan(20_000)
      })
      test('the log names the cause', () => {
        expect(logged.map(({ cause }) => String(cause)).join('\n')).toMatch(fault.cause)
      })
      test('/readyz says no, and yes again afterwards', () => expect(readiness).toEqual([503, 200]))
      test('nothing that was acknowledged is lost, nothing that was refused is kept, and work goes on', () => {
        expect([kept, again]).toEqual(['Acknowledged', 200])
      })
    })

/** A way to PostgreSQL by a name and a port, which can be cut. */
async function relayTo(url: string) {
  const socket = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`
  const open = new Set<Socket>()
  let refuses = false
  const cut = () => {
    for (const client of open) client.resetAndDestroy()
  }
  const server = createServer((client) => {
    open.add(client)
    client.on('error', () => {}).on('close', () => open.delete(client))
    if (refuses) return client.resetAndDestroy()
    const upstream = connect(socket)
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const known = dns.lookup
  const name = 'database.test'
  type Done = (error: Error | null, ...found: unknown[]) => void
  const resolve = (isKnown: boolean) =>
    Object.assign(dns, {
      lookup: (host: string, options: dns.LookupAllOptions, done: Done) =>
        host !== name || isKnown
          ? known(host === name ? '127.0.0.1' : host, options, done)
          : done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })),
    })
  resolve(true)
  return {
    url: `postgres://postgres@${name}:${(server.address() as AddressInfo).port}/postgres`,
    cut,
    refuse: () => {
      refuses = true
      cut()
    },
    accept: () => {
      refuses = false
    },
    forget: () => resolve(false),
    remember: () => resolve(true),
    close: () => {
      cut()
      server.close()
      Object.assign(dns, { lookup: known })
    },
  }
}
