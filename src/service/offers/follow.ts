import type { Facts } from '../marketplace/marketplace.ts'
import type { ListingChange, Transition } from '../publishing/transition.ts'
import { change } from '../store/changes.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { eachDue } from './eachDue.ts'
import { factsOfSome } from './factsOfSome.ts'
import { OvertakenError, record } from './record.ts'

type Options = OfferDeps & {
  log: (error: Error) => void
  /** The marketplace answers at once: several offers of a publisher are recorded in one transaction. */
  atOnce?: boolean
}
type Observed = [facts: Facts, outcome: Transition | ListingChange]

/** Observes the offers that are due at the marketplace and records their transitions; returns how many moved. */
export function follower({ db, marketplace, now, log, atOnce = false }: Options) {
  /** Leaves out those that others have changed in the meantime. */
  const recordAll = (publisherId: string, observed: Observed[]) =>
    change(db, publisherId, async (open) => {
      let count = 0
      for (const [facts, outcome] of observed)
        try {
          await record(open, facts, outcome)
          count++
        } catch (error) {
          if (!(error instanceof OvertakenError)) throw error
        }
      return count
    })

  async function followSome(publisherId: string, offerIds: string[]): Promise<number> {
    const observed: Observed[] = []
    for (const facts of await factsOfSome(db, publisherId, offerIds, now())) {
      const outcome = await marketplace.observe(facts)
      if (outcome) observed.push([facts, outcome])
    }
    return observed.length > 0 ? recordAll(publisherId, observed) : 0
  }

  return eachDue({
    now,
    log,
    due: (limit, publisherId) => marketplace.due(now(), limit, publisherId),
    work: async (publisherId, offerId) => {
      const facts = await factsOf(db, publisherId, offerId, now())
      const outcome = await marketplace.observe(facts)
      if (outcome) await change(db, publisherId, (open) => record(open, facts, outcome))
      return outcome !== undefined
    },
    ...(atOnce && { workTogether: followSome }),
  })
}
