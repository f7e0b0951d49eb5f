import type { Issue, PendingDecisions } from '../../../contract/operator.ts'
import { type Acted, act, type OfferRequest } from '../../offers/act.ts'
import type { OfferDeps } from '../../offers/deps.ts'
import { delist, relist } from '../../offers/listing.ts'
import { changeOffer } from '../../offers/record.ts'
import { refuse } from '../../offers/refuse.ts'
import { ProblemError } from '../../problems.ts'
import { microsoft } from '../../publishing/actor.ts'
import { cancelRefusal } from '../../publishing/refusals.ts'
import { currentStep, isRunning } from '../../publishing/submission.ts'
import { event } from '../../publishing/transition.ts'
import { cancel, type Decision, decide, reschedule } from '../../publishing/transitions.ts'
import { recordEvents } from '../../store/history.ts'
import { oneOffer } from '../../store/offers.ts'
import { pendingDecisions } from './decisions.ts'
import { worldAt } from './pace.ts'

/** What an operator orders: publishers deal with the marketplace, not with its people, so no person is named. */
type Order = Omit<OfferRequest, 'actor'>

/** The people at the simulated marketplace. Each order answers when it is carried out. */
export type Operator = {
  decisions: (page: number | undefined) => Promise<PendingDecisions>
  approve: (order: Order) => Promise<Acted>
  reject: (order: Order & { issues: Issue[] }) => Promise<Acted>
  /** From now on nothing is granted by default: an operator decides by hand. */
  hold: (order: Order) => Promise<Acted>
  release: (order: Order) => Promise<Acted>
  cancel: (order: Order) => Promise<Acted>
  delist: (order: Order) => Promise<Acted>
  relist: (order: Order) => Promise<Acted>
}

const actor = microsoft

export function simulatedOperator({ pace, ...deps }: OfferDeps & { pace: number }): Operator {
  const worldOf = worldAt(pace)

  const decideStep = (order: Order, decision: Decision) =>
    act(deps, { ...order, actor }, async (facts) => {
      const { latest, now } = facts
      if (!latest || currentStep(latest)?.status !== 'waitingForApproval')
        throw new ProblemError('ActionNotAllowed', 'The offer is at no step that waits for approval.')
      const world = await worldOf(facts, latest.offerVersion)
      return { id: latest.id, outcome: decide(latest, decision, world, actor, now) }
    })

  const setHeld = (order: Order, held: boolean) =>
    act(deps, { ...order, actor }, async (facts) => {
      const { offer, latest, now } = facts
      if ((offer.held === 1) === held)
        throw new ProblemError('ActionNotAllowed', held ? 'The offer is held already.' : 'The offer is not held.')
      const world = latest && { ...(await worldOf(facts, latest.offerVersion)), held }
      return {
        id: offer.id,
        outcome: world && reschedule(latest, world, now),
        also: async (change) => {
          await changeOffer(change, offer, { held })
          const told = event(held ? 'OfferHeld' : 'OfferReleased', actor, now, { reason: order.reason })
          await recordEvents(change, { offerId: offer.id }, [told])
        },
      }
    })

  /** Offers of another marketplace are not this operator's. */
  const own =
    <O extends Order>(carryOut: (order: O) => Promise<Acted>) =>
    async (order: O) => {
      const offer = await oneOffer(deps.db)(order.publisherId, order.offerId)
      if (offer && offer.marketplace !== 'simulated')
        throw new ProblemError(
          'ActionNotAllowed',
          'The offer is published in Partner Center, not in the simulated marketplace.',
        )
      return carryOut(order)
    }

  return {
    decisions: (page) => pendingDecisions(deps.db, page),
    approve: own((order) => decideStep(order, { approved: true, reason: order.reason })),
    reject: own(({ issues, ...order }) => decideStep(order, { approved: false, reason: order.reason, issues })),
    hold: own((order) => setHeld(order, true)),
    release: own((order) => setHeld(order, false)),
    cancel: own((order) =>
      act(deps, { ...order, actor }, async ({ latest, now }) => {
        if (!latest || !isRunning(latest)) refuse(cancelRefusal(latest), 'Cancel Publish')
        return { id: latest!.id, outcome: cancel(latest!, { actor, reason: order.reason }, now) }
      }),
    ),
    delist: own((order) => delist(deps, { ...order, actor })),
    relist: own((order) => relist(deps, { ...order, actor })),
  }
}
