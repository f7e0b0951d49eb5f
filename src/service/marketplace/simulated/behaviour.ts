import { createHash, randomUUID } from 'node:crypto'
import type { Definition } from '../../../contract/offers.ts'
import type { Refusal } from '../../../contract/status.ts'
import { offerTypeById } from '../../offerTypes/catalogue.ts'
import { found, ProblemError } from '../../problems.ts'
import type { World } from '../../publishing/schedule.ts'
import {
  cancelRefusal,
  currentStep,
  goLiveRefusal,
  isRunning,
  type StepState,
  type Submission,
} from '../../publishing/submission.ts'
import type { Transition } from '../../publishing/transition.ts'
import * as transitions from '../../publishing/transitions.ts'
import { type Change, change, once } from '../../store/changes.ts'
import type { Database } from '../../store/database.ts'
import { recordListing, setHeld } from '../../store/listing.ts'
import { definitionOf, type OfferRecord, oneOffer } from '../../store/offers.ts'
import { recordTransition, submissionStore } from '../../store/submissions.ts'
import type { Marketplace, Request } from '../marketplace.ts'

type Options = {
  db: Database
  now: () => Date
  /** Seconds an automated step takes on average; people need four times as long. */
  pace: number
  log: (error: Error) => void
}

/** Plays Microsoft's part in the same database, in the time the clock tells. */
export function simulatedMarketplace({ db, now, pace, log }: Options): Marketplace {
  const worldOf = async (database: Database, offer: OfferRecord, version: number): Promise<World> => ({
    offerType: found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`),
    definition: found(await definitionOf(database)(offer.publisher_id, offer.id, version), `Version ${version}`),
    held: offer.held === 1,
    duration: durationAt(pace),
  })

  /** Reads the offer and its latest submission inside a change, and does `work` once per idempotency key. */
  const act = (
    { publisherId, offerId, actor, idempotencyKey }: Request,
    work: (change: Change, offer: OfferRecord, latest: Submission | undefined) => Promise<string>,
  ) =>
    change(db, publisherId, (open) =>
      once(open, idempotencyKey && `${actor} ${publisherId}/${offerId} ${idempotencyKey}`, now(), async () => {
        const offer = found(await oneOffer(open.tx)(publisherId, offerId), `Offer ${offerId}`)
        return work(open, offer, await submissionStore(open.tx).latest(publisherId, offerId))
      }),
    )

  const write = async (open: Change, offer: OfferRecord, transition: Transition) => {
    if (!(await recordTransition(open, offer, transition))) throw lostRace
    return transition.submission.id
  }

  return {
    publish: ({ notificationEmails, language, ...request }) =>
      act(request, async (open, offer, latest) => {
        if (latest && isRunning(latest)) {
          if (latest.offerVersion === offer.version) return latest.id
          throw new ProblemError('SubmissionRunning', `Version ${latest.offerVersion} of the offer is being published.`)
        }
        const world = await worldOf(open.tx, offer, offer.version)
        const problems = missing(world.offerType.prerequisites, world.definition)
        if (problems.length)
          throw new ProblemError('ValidationFailed', 'The offer is not complete: nothing was published.', problems)
        const submission = {
          id: randomUUID(),
          publisherId: offer.publisher_id,
          offerId: offer.id,
          offerTypeId: offer.offer_type_id,
          offerVersion: offer.version,
          publishingVersion: (latest?.publishingVersion ?? 0) + 1,
          notificationEmails,
          language,
        }
        return write(open, offer, transitions.publish(submission, world, request.actor, now()))
      }),

    goLive: (request) =>
      act(request, async (open, offer, latest) => {
        refuse(goLiveRefusal(latest), 'Go Live')
        const world = await worldOf(open.tx, offer, latest!.offerVersion)
        return write(open, offer, transitions.goLive(latest!, world, request.actor, now()))
      }),

    cancel: ({ reason, ...request }) =>
      act(request, (open, offer, latest) => {
        const byMarketplace = request.actor === 'microsoft' && latest && isRunning(latest)
        if (!byMarketplace) refuse(cancelRefusal(latest), 'Cancel Publish')
        const by = { actor: request.actor, ...(reason && { reason }) }
        return write(open, offer, transitions.cancel(latest!, by, now()))
      }),

    decide: (request, decision) =>
      act(request, async (open, offer, latest) => {
        if (!latest || currentStep(latest)?.status !== 'waitingForApproval')
          throw new ProblemError('ActionNotAllowed', 'The offer is at no step that waits for approval.')
        const world = await worldOf(open.tx, offer, latest.offerVersion)
        return write(open, offer, transitions.decide(latest, decision, world, request.actor, now()))
      }),

    hold: async (request, held, reason) => {
      await act(request, async (open, offer, latest) => {
        await setHeld(open, offer, { held, actor: request.actor, reason }, now())
        const moved =
          latest &&
          transitions.reschedule(
            latest,
            await worldOf(open.tx, { ...offer, held: held ? 1 : 0 }, latest.offerVersion),
            now(),
          )
        return moved ? write(open, offer, moved) : offer.id
      })
    },

    list: async (request, listed, reason) => {
      await act(request, async (open, offer, latest) => {
        await recordListing(open, offer, latest, { listed, actor: request.actor, reason }, now())
        return offer.id
      })
    },

    async advance() {
      const due = await submissionStore(db).due(now(), 100)
      const moved = []
      for (const { publisherId, offerId, id } of due)
        moved.push(
          await change(db, publisherId, async (open) => {
            const offer = found(await oneOffer(open.tx)(publisherId, offerId), `Offer ${offerId}`)
            const submission = await submissionStore(open.tx).byId(id)
            const world = submission && (await worldOf(open.tx, offer, submission.offerVersion))
            const next = world && transitions.advance(submission, world, now())
            // Another replica was quicker: not even the publisher's revision is to move.
            if (!next || !(await recordTransition(open, offer, next))) throw lostRace
            return true
          }).catch((error) => {
            if (error !== lostRace) log(error)
            return false
          }),
        )
      return moved.filter(Boolean).length
    },
  }
}

const lostRace = new ProblemError(
  'PreconditionFailed',
  'The submission moved meanwhile. Read its status and try again.',
)

const missing = (checks: World['offerType']['prerequisites'], definition: Definition) =>
  checks.flatMap((check) => check(definition))

function refuse(reason: Refusal | undefined, action: string) {
  if (reason)
    throw new ProblemError('ActionNotAllowed', `${action} is not possible now.`, [
      { code: reason, message: `${action} is not possible now: ${reason}.` },
    ])
}

/** The same step of the same submission always takes as long: half to one and a half times the average. */
const durationAt =
  (pace: number) =>
  (step: StepState, submission: Pick<Submission, 'id'>): number => {
    const spread = createHash('sha256').update(`${submission.id} ${step.id}`).digest().readUInt16BE() / 65_536
    return pace * 1_000 * (0.5 + spread) * (step.actor === 'microsoft' ? 4 : 1)
  }
