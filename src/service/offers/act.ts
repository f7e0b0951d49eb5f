import { randomUUID } from 'node:crypto'
import type { Seen } from '../../contract/seen.ts'
import type { By, Facts } from '../marketplace/marketplace.ts'
import { found, ProblemError } from '../problems.ts'
import type { Actor } from '../publishing/actor.ts'
import { currentStep, type Submission } from '../publishing/submission.ts'
import type { ListingChange, Transition } from '../publishing/transition.ts'
import { type Change, change } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { once, outcomeOf, type Repeatable } from '../store/idempotency.ts'
import { type OfferRecord, oneOffer } from '../store/offers.ts'
import { definitionOf } from '../store/offerVersions.ts'
import { submissionStore } from '../store/submissions.ts'
import type { OfferDeps } from './deps.ts'
import { OvertakenError, record } from './record.ts'

/** The offer, the actor, and the key with which a repeated call changes nothing. */
export type OfferRequest = {
  publisherId: string
  offerId: string
  actor: Actor
  reason?: string | undefined
  /** What the actor saw: the act is about that submission alone. */
  seen?: Seen | undefined
  repeatable?: Repeatable | undefined
}

/** The result of an act, and what to record before; `also` writes more in the same transaction. */
type Answer = {
  id: string
  outcome?: Transition | ListingChange | undefined
  also?: (change: Change) => Promise<void>
}

/** The submission acted on, and the offer as the act left it: read before anybody else can change it. */
export type Acted = { id: string; offer: OfferRecord }

/** How often an act is retried because the offer changed in between. */
const tries = 5

/**
 * Reads the offer without a lock, asks for the next state, and then locks, compares and records. Asking can take long, so
 * it happens outside the transaction. A repeated idempotency key returns the first result without asking.
 */
export async function act(
  { db, now }: Pick<OfferDeps, 'db' | 'now'>,
  { publisherId, offerId, actor, reason, seen, repeatable }: OfferRequest,
  ask: (facts: Facts, by: By) => Promise<Answer>,
): Promise<Acted> {
  const first = ownKey({ publisherId, offerId, actor, repeatable })
  const by = { actor, reason, key: first?.key ?? randomUUID() }
  const attempt = async (): Promise<Acted> => {
    const facts = await factsOf(db, publisherId, offerId, now())
    // Looked up after reading the facts, so that a first call that ended in between is found and not refused as too late.
    const earlier = first && (await outcomeOf(db, first))
    if (earlier) return { id: earlier, offer: facts.offer }
    checkSeen(seen, facts.latest)
    const { id, outcome, also } = await ask(facts, by)
    if (!first && !outcome && !also) return { id, offer: facts.offer }
    return change(db, publisherId, async (open) => {
      const answered = await once(open, first, now(), async () => {
        await also?.(open)
        if (outcome) await record(open, facts, outcome)
        return id
      })
      return { id: answered, offer: found(await oneOffer(open.tx)(publisherId, offerId), `Offer ${offerId}`) }
    })
  }
  for (let left = tries - 1; left > 0; left--)
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
    }
  return attempt()
}

/** A key counts for one person and one offer. */
export const ownKey = ({
  publisherId,
  offerId,
  actor,
  repeatable,
}: Pick<OfferRequest, 'publisherId' | 'offerId' | 'actor' | 'repeatable'>): Repeatable | undefined =>
  repeatable && { ...repeatable, key: `${actor.kind} ${actor.name} ${publisherId}/${offerId} ${repeatable.key}` }

/** Reads the offer first, so that any later change makes `record` fail. */
export async function factsOf(db: Database, publisherId: string, offerId: string, now: Date): Promise<Facts> {
  const offer = found(await oneOffer(db)(publisherId, offerId), `Offer ${offerId}`)
  const definition = async (version: number) =>
    found(await definitionOf(db)(publisherId, offerId, version), `Version ${version}`)
  return { offer, latest: await submissionStore(db).latest(publisherId, offerId), definition, now }
}

function checkSeen({ operationId, offerVersion, stepCode }: Seen = {}, latest: Submission | undefined) {
  const step = latest && currentStep(latest)?.code
  const isCurrent =
    (operationId === undefined || operationId === latest?.id) &&
    (offerVersion === undefined || offerVersion === latest?.offerVersion) &&
    (stepCode === undefined || stepCode === step)
  if (isCurrent) return
  const current = latest
    ? `operation ${latest.id}, version ${latest.offerVersion}${step ? `, step ${step}` : ''}`
    : 'none, because the offer was never published'
  throw new ProblemError(
    'PreconditionFailed',
    `The offer has changed since you saw it, and nothing was done. The current submission is ${current}. Read the status and decide again.`,
  )
}
