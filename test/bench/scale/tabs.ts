import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const addresses = ['offers', 'approvals', 'session', 'news', ...[1, 2, 3, 4, 5, 6].map((page) => `offers?page=${page}`)]

/** A tab remembers the tag of its last answer. */
type Tab = { account: string; path: string; etag?: string }

/** Ten tabs of each of so many owners. */
const tabsOf = (owners: number): Tab[] =>
  Array.from({ length: owners }, (_, index) =>
    addresses.map((address) => ({ account: `owner-${index + 1}`, path: `/api/portal/${address}` })),
  ).flat()

/** Polls each tab once in ten seconds, for `seconds`, after all have their first answer. */
export async function pollTabs(server: { origin: string; pid: number }, owners: number, seconds: number) {
  const tabs = tabsOf(owners)
  const agent = new Agent({ keepAlive: true, maxSockets: 100, scheduling: 'fifo' })
  const poll = (tab: Tab): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${tab.account}`, ...(tab.etag && { 'if-none-match': tab.etag }) }
      const asked = request(`${server.origin}${tab.path}`, { agent, headers }, (response) => {
        response.resume().on('end', () => {
          tab.etag = response.headers.etag!
          resolve(response.statusCode!)
        })
      })
      // A browser, too, asks again when the server closes an idle connection at that very moment.
      asked.on('error', (error) => (asked.reusedSocket ? resolve(poll(tab)) : reject(error))).end()
    })
  for (let from = 0; from < tabs.length; from += 100) await Promise.all(tabs.slice(from, from + 100).map(poll))

  const statuses = new Map<number, number>()
  const times: number[] = []
  const polls: Promise<void>[] = []
  const pace = 10_000 / tabs.length
  const [begun, cpu] = [performance.now(), await cpuSeconds(server.pid)]
  for (let count = 0; count < (seconds * 1_000) / pace; count++) {
    const due = begun + count * pace
    if (due > performance.now()) await wait(due - performance.now())
    polls.push(
      poll(tabs[(count * 7_919) % tabs.length]!).then((status) => {
        times.push(performance.now() - due)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }),
    )
  }
  await Promise.all(polls)
  const took = (performance.now() - begun) / 1_000
  const share = ((await cpuSeconds(server.pid)) - cpu) / took
  times.sort((a, b) => a - b)
  return {
    tabs: tabs.length,
    perSecond: times.length / took,
    unchanged: (statuses.get(304) ?? 0) / times.length,
    p50: times[Math.floor(times.length * 0.5)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
    cpu: share,
  }
}

/** The processor time of a process, in seconds: Linux counts it in hundredths. */
async function cpuSeconds(pid: number) {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
