import { OvertakenError } from './record.ts'

/** The number of offers worked on per run. */
const batch = 100
/** The number of offers of a publisher that are worked on together. */
const together = 25
/** A transient fault, for example of the database, is gone in the next run. */
const freeTries = 3
const longestWait = 3_600_000
/** Milliseconds until an offer is tried again after so many failures: 1 second, 2 seconds, up to an hour. */
const backOff = (failures: number) =>
  failures <= freeTries ? 0 : Math.min(longestWait, 1_000 * 2 ** Math.min(failures - freeTries - 1, 20))

/** Publishers whose offers are worked on at the same time: changes of one publisher's offers wait for each other. */
const lanes = 4

/** Begins anywhere, so that replicas with the same offers due seldom work on the same ones. */
function rotated<T>(items: T[]): T[] {
  const start = Math.floor(Math.random() * items.length)
  return [...items.slice(start), ...items.slice(0, start)]
}

type Key = { publisherId: string; offerId: string }
type Due = Key & { key: string }
const keyed = (offer: Key): Due => ({ ...offer, key: `${offer.publisherId}/${offer.offerId}` })

type Options = {
  now: () => Date
  log: (error: Error) => void
  /** The offers that are due, longest due first; with `publisherId`, those of one publisher. */
  due: (limit: number, publisherId?: string) => Promise<Key[]>
  /** Answers whether anything was done. */
  work: (publisherId: string, offerId: string) => Promise<boolean>
  /**
   * The same in one step for several offers of a publisher, also such as are due less long; nothing is done when it fails.
   * Answers on how many something was done.
   */
  workTogether?: (publisherId: string, offerIds: string[]) => Promise<number>
}

/**
 * Works on the offers that are due; returns on how many something was done. Offers that fail wait longer each time, so
 * that they do not delay the others.
 */
export function eachDue({ now, log, due, work, workTogether }: Options) {
  const failing = new Map<string, { failures: number; until: number }>()

  return async function run(): Promise<number> {
    const time = now().getTime()
    const offers = (await due(batch + failing.size)).map(keyed)
    const dueKeys = new Set(offers.map(({ key }) => key))
    for (const key of failing.keys()) if (!dueKeys.has(key)) failing.delete(key)
    let done = 0
    const workOn = async ({ publisherId, offerId, key }: Due) => {
      try {
        if (await work(publisherId, offerId)) done++
        failing.delete(key)
      } catch (error) {
        // Another replica or the publisher acted first.
        if (error instanceof OvertakenError) return
        const failures = (failing.get(key)?.failures ?? 0) + 1
        failing.set(key, { failures, until: time + backOff(failures) })
        log(error as Error)
      }
    }
    const workOnEach = async (queue: Due[]) => {
      for (const offer of queue) await workOn(offer)
    }
    const dueTogether = async (publisherId: string) =>
      (await due(together + failing.size, publisherId))
        .map(keyed)
        .filter(({ key }) => !failing.has(key))
        .slice(0, together)
    /** An offer that makes the others fail is found by working on each alone. */
    const workOnSome = async (publisherId: string, queue: Due[]) => {
      if (!workTogether) return workOnEach(queue)
      try {
        for (let left = queue.length; left > 0; left -= together) {
          const some = await dueTogether(publisherId)
          const ids = some.map(({ offerId }) => offerId)
          if (ids.length > 1) done += await workTogether(publisherId, ids)
          else await workOnEach(some)
        }
      } catch {
        await workOnEach(queue)
      }
    }
    const workOnQueue = async ([publisherId, queue]: [string, Due[]]) => {
      const well = queue.filter(({ key }) => !failing.has(key))
      await workOnSome(publisherId, well)
      await workOnEach(queue.filter((offer) => !well.includes(offer)))
    }
    const ready = offers.filter(({ key }) => (failing.get(key)?.until ?? 0) <= time).slice(0, batch)
    const queues = rotated([...Map.groupBy(ready, ({ publisherId }) => publisherId)])
    const lane = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) await workOnQueue(queue)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return done
  }
}
