import { change } from '../store/changes.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { eachDue } from './eachDue.ts'
import { record } from './record.ts'

/** Observes the offers that are due at the marketplace and records their transitions; returns how many moved. */
export const follower = ({ db, marketplace, now, log }: OfferDeps & { log: (error: Error) => void }) =>
  eachDue({
    now,
    log,
    due: (limit) => marketplace.due(now(), limit),
    work: async (publisherId, offerId) => {
      const facts = await factsOf(db, publisherId, offerId, now())
      const outcome = await marketplace.observe(facts)
      if (outcome) await change(db, publisherId, (open) => record(open, facts, outcome))
      return outcome !== undefined
    },
  })
