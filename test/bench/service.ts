/** The service's figures with 50,000 offers on this machine, beside their limits. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OfferList, offerSorts } from '../../src/contract/offerList.ts'
import { openStore } from '../../src/service/store/open.ts'
import { fill } from './fill.ts'
import { type Ask, client, latency, startServer, unchanged } from './measure.ts'

const count = 50_000
const list = '/api/portal/offers'
const version = 'api-version=2017-10-31'
const repeated = (length: number, ask: (index: number) => Ask) => Array.from({ length }, (_, index) => ask(index))
const print = (text: string) => process.stdout.write(`${text}\n`)

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const place = join(folder, 'dashboard.db')
await fill(place, count)
const service = await startServer('service', { DATA_DIR: folder, DEMO: '0', MARKETPLACE_PACE: '86400' })
const bare = await startServer('bare')
try {
  const tokenIn = async (file: string) => (await readFile(join(folder, file), 'utf8')).trim()
  const token = await tokenIn('api-token')
  const ask = client(service.origin, token)
  const operate = client(service.origin, await tokenIn('operator-token'))
  let isHeld = false
  const offers = await someOffers(600)
  print(`\n${count.toLocaleString('en-US')} offers in SQLite, Node ${process.version}\n`)
  print('| request | p50 ms | p99 ms | p99 at most | met |\n|---|---|---|---|---|')
  const row = async (name: string, requests: Ask[], bar?: number, asking = ask) => {
    const { p50, p99 } = await latency(asking, requests)
    print(`| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${bar ?? ''} | ${bar ? verdict(p99 <= bar) : ''} |`)
  }
  const pages = (query: string) => repeated(210, () => ({ path: `${list}?${query}` }))
  await latency(ask, pages(''))
  await row('list as it opens', pages(''), 20)
  const changing = async (request: Ask) => {
    const held = `/api/portal/marketplace${offers[0]!.slice('/api'.length)}`
    isHeld = !isHeld
    await operate({ path: `${held}/${isHeld ? 'hold' : 'release'}`, method: 'POST', body: '{}' })
    return ask(request)
  }
  await row('list as it opens, something changed', pages(''), 20, changing)
  await row('list, a word in many names, something changed', pages('q=contoso'), 20, changing)
  for (const sort of offerSorts) await row(`list by ${sort}`, pages(`sort=${sort}`), 20)
  await row('list, one status by name', pages('status=failed&sort=name'), 20)
  await row('list, one type of one publisher', pages('type=microsoft-azure-applications&publisher=fabrikam'), 20)
  await row('list, a word in many names', pages('q=contoso'), 20)
  await row('list, a word in few names', pages('q=kafka%201'), 20)
  await row('list, a word in no name', pages('q=zzz'), 20)
  await row('list, page 900', pages('page=900'), 20)
  await row(
    'approvals',
    repeated(210, () => ({ path: '/api/portal/approvals' })),
    20,
  )
  await row(
    'session',
    repeated(210, () => ({ path: '/api/portal/session' })),
  )
  await row(
    'status of an offer',
    repeated(510, (index) => ({ path: `${offers[index]}/status?${version}` })),
  )
  const body = JSON.stringify({ metadata: { 'notification-emails': 'avery@contoso.com' } })
  await row(
    'publish',
    repeated(210, (index) => ({ path: `${offers[index]}/publish?${version}`, method: 'POST', body, expected: 202 })),
  )

  let bytes = 0
  let rows = 0
  for (let page = 1; page <= count / 50; page += 20) {
    const { items } = JSON.parse((await ask({ path: `${list}?page=${page}` })).body) as OfferList
    bytes += Buffer.byteLength(JSON.stringify(items))
    rows += items.length
  }
  const average = bytes / rows
  print('\n| figure | measured | bar | met |\n|---|---|---|---|')
  print(`| bytes of a list row | ${average.toFixed(0)} | ≤ 400 | ${verdict(average <= 400)} |`)

  const ratios = []
  for (let round = 0; round < 5; round++) {
    const { etag } = await ask({ path: list })
    const headers = { authorization: `Bearer ${token}`, 'if-none-match': etag! }
    const reference = await unchanged(bare.origin, list, headers, 3)
    const ours = await unchanged(service.origin, list, headers, 3)
    print(
      `| unchanged polls a second, round ${round + 1} | ${ours.toFixed(0)} | bare node:http ${reference.toFixed(0)} | |`,
    )
    ratios.push(ours / reference)
  }
  const ratio = ratios.sort((a, b) => a - b)[2]!
  print(`| unchanged polls, share of bare node:http | ${ratio.toFixed(2)} | ≥ 0.5 | ${verdict(ratio >= 0.5)} |`)
} finally {
  await service.stop()
  await bare.stop()
  await rm(folder, { recursive: true })
}

function verdict(met: boolean) {
  return met ? 'yes' : 'NO'
}

/** Addresses of complete offers that are not being published. */
async function someOffers(limit: number) {
  const { db, close } = await openStore(place)
  const rows = await db
    .selectFrom('offer')
    .select(['publisher_id', 'id'])
    .where('indicator', 'in', ['live', 'delisted'])
    .orderBy('changed_time')
    .limit(limit)
    .execute()
  await close()
  return rows.map(({ publisher_id, id }) => `/api/publishers/${publisher_id}/offers/${id}`)
}
