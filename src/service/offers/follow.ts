import { change } from '../store/changes.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { OvertakenError, record } from './record.ts'

/** The number of offers observed per run. */
const batch = 100
/** A transient fault, for example of the database, is gone in the next run. */
const freeTries = 3
const longestWait = 3_600_000
/** Milliseconds until an offer is observed again after so many failures: 1 second, 2 seconds, up to an hour. */
const backOff = (failures: number) =>
  failures <= freeTries ? 0 : Math.min(longestWait, 1_000 * 2 ** Math.min(failures - freeTries - 1, 20))

/**
 * Observes the offers that are due at the marketplace and records their transitions; returns how many moved. Offers
 * that cannot be observed wait longer each time, so that they do not delay the others.
 */
export function follower({ db, marketplace, now, log }: OfferDeps & { log: (error: Error) => void }) {
  const failing = new Map<string, { failures: number; until: number }>()

  const observe = async (publisherId: string, offerId: string) => {
    const facts = await factsOf(db, publisherId, offerId, now())
    const outcome = await marketplace.observe(facts)
    if (outcome) await change(db, publisherId, (open) => record(open, facts, outcome))
    return outcome !== undefined
  }

  return async function follow(): Promise<number> {
    const time = now().getTime()
    const due = await marketplace.due(now(), batch + failing.size)
    const addresses = due.map((offer) => ({ ...offer, key: `${offer.publisherId}/${offer.offerId}` }))
    const dueKeys = new Set(addresses.map(({ key }) => key))
    for (const key of failing.keys()) if (!dueKeys.has(key)) failing.delete(key)
    let moved = 0
    for (const { publisherId, offerId, key } of addresses
      .filter(({ key }) => (failing.get(key)?.until ?? 0) <= time)
      .slice(0, batch))
      try {
        if (await observe(publisherId, offerId)) moved++
        failing.delete(key)
      } catch (error) {
        // Another replica or the publisher acted first.
        if (error instanceof OvertakenError) continue
        const failures = (failing.get(key)?.failures ?? 0) + 1
        failing.set(key, { failures, until: time + backOff(failures) })
        log(error as Error)
      }
    return moved
  }
}
