import { change } from '../store/changes.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { OvertakenError, record } from './record.ts'

/** Observes the offers that are due at the marketplace, and records what became of them; answers how many moved. */
export async function follow({ db, marketplace, now, log }: OfferDeps & { log: (error: Error) => void }) {
  const observe = async (publisherId: string, offerId: string) => {
    const facts = await factsOf(db, publisherId, offerId, now())
    const outcome = await marketplace.observe(facts)
    if (outcome) await change(db, publisherId, (open) => record(open, facts, outcome))
    return outcome !== undefined
  }
  let moved = 0
  for (const { publisherId, offerId } of await marketplace.due(now(), 100))
    try {
      if (await observe(publisherId, offerId)) moved++
    } catch (error) {
      // Another replica was quicker, or the publisher acted.
      if (!(error instanceof OvertakenError)) log(error as Error)
    }
  return moved
}
