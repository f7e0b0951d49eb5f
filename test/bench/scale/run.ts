/**
 * `npm run bench -- --scale`: a million offers in SQLite and in PostgreSQL, of two publishers and of a thousand, about 20
 * minutes. `sqlite`, `postgresql`, `two` and `thousand` after it choose among them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresOfItsOwn } from '../../support/postgres.ts'
import { startServer } from '../measure.ts'
import { changing } from './changes.ts'
import { fill, type Size } from './fill.ts'
import { measureLists, type Row } from './lists.ts'
import { pollTabs } from './tabs.ts'
import { measureWorker } from './worker.ts'

type Engine = 'sqlite' | 'postgresql'
type Place = { place: string; environment: Record<string, string>; remove: () => Promise<unknown> }

const print = (text: string) => process.stdout.write(`${text}\n`)
const verdict = (met: boolean) => (met ? 'yes' : 'NO')
const two = { publishers: 2, each: 500_000 }
const thousand = { publishers: 1_000, each: 1_000 }
const owners = 1_000
const accounts = ['all', ...Array.from({ length: owners }, (_, index) => `owner-${index + 1}`)].join()

async function placeOf(engine: Engine): Promise<Place | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'scale-'))
  const shared = { DATA_DIR: folder, DEMO: '0', MARKETPLACE_PACE: '86400', BENCH_ACCOUNTS: accounts }
  const remove = () => rm(folder, { recursive: true })
  if (engine === 'sqlite') return { place: join(folder, 'dashboard.db'), environment: shared, remove }
  const postgres = await postgresOfItsOwn()
  if (!postgres) return undefined
  const environment = { ...shared, DATABASE_URL: postgres.url }
  return { place: postgres.url, environment, remove: () => Promise.all([postgres.stop(), remove()]) }
}

function printLists(title: string, bar: number, rows: Row[]) {
  print(`\n| ${title} | p50 ms | p99 ms | p99 at most | met |\n|---|---|---|---|---|`)
  for (const { name, p50, p99 } of rows)
    print(`| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${bar} | ${verdict(p99 <= bar)} |`)
}

async function withServer(
  { place, environment }: Place,
  publishers: string[],
  work: (
    server: Awaited<ReturnType<typeof startServer>>,
    changes: Awaited<ReturnType<typeof changing>>,
  ) => Promise<void>,
) {
  const changes = await changing(place, publishers)
  const server = await startServer('service', environment)
  try {
    await work(server, changes)
  } finally {
    await server.stop()
    await changes.close()
  }
}

async function ofTwo(at: Place, engine: Engine) {
  await withServer(at, ['publisher-1', 'publisher-2'], async ({ origin }, changes) => {
    let count = 0
    const rows = await measureLists(origin, 'all', () => changes.once(`publisher-${(count++ % 2) + 1}`))
    printLists(`${engine}, two publishers, either has changed`, 20, rows)
  })
}

async function ofThousand(at: Place, engine: Engine) {
  const busy = Array.from({ length: 10 }, (_, index) => `publisher-${index + 991}`)
  await withServer(at, busy, async (server, changes) => {
    const running = changes.every(50)
    printLists(
      `${engine}, one of a thousand, 50 changes a second elsewhere`,
      20,
      await measureLists(server.origin, 'owner-1', async () => {}),
    )
    printLists(`${engine}, all thousand publishers`, 150, await measureLists(server.origin, 'all', async () => {}))
    const polled = await pollTabs(server, owners, 30)
    changes.stop()
    print(`\n| ${engine}, ${polled.tabs.toLocaleString('en-US')} open tabs on one process | measured |\n|---|---|`)
    print(`| changes a second meanwhile | ${(await running).toFixed(0)} |`)
    print(`| polls a second, unchanged | ${polled.perSecond.toFixed(0)}, ${(polled.unchanged * 100).toFixed(0)} % |`)
    print(`| p50 / p99 | ${polled.p50.toFixed(1)} / ${polled.p99.toFixed(1)} ms |`)
    print(`| share of a core | ${polled.cpu.toFixed(2)} |`)
  })
  const { perSecond, repeated } = await measureWorker(at.place, { ...at.environment, MARKETPLACE_PACE: '0.05' }, 20)
  print(`\n| ${engine}, worker of two replicas | measured | bar | met |\n|---|---|---|---|`)
  print(`| transitions a second | ${perSecond.toFixed(0)} | ≥ 500 | ${verdict(perSecond >= 500)} |`)
  print(`| transitions made twice | ${repeated} | 0 | ${verdict(repeated === 0)} |`)
}

async function measure(engine: Engine, size: Size, work: (at: Place, engine: Engine) => Promise<void>) {
  const at = await placeOf(engine)
  if (!at) return print(`\n${engine} is not installed here.`)
  try {
    const begun = performance.now()
    await fill(at.place, size)
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
    print(`\n${engine}: ${size.publishers} × ${size.each.toLocaleString('en-US')} offers, filled in ${seconds} s`)
    await work(at, engine)
  } finally {
    await at.remove()
  }
}

/** What the command line names, or all. */
const named = <T extends string>(names: readonly T[]) => {
  const some = names.filter((name) => process.argv.includes(name))
  return some.length > 0 ? some : names
}
const shapes = { two: { size: two, work: ofTwo }, thousand: { size: thousand, work: ofThousand } }
for (const engine of named(['sqlite', 'postgresql']))
  for (const shape of named(['two', 'thousand'])) await measure(engine, shapes[shape].size, shapes[shape].work)
