import type { GoLiveSchedule } from '../../contract/goLiveSchedule.ts'
import { signOffId } from '../../contract/status.ts'
import type { GoLivePlan } from '../publishing/goLivePlan.ts'
import { iso } from '../publishing/schedule.ts'
import { event } from '../publishing/transition.ts'
import { recordEvents } from '../store/history.ts'
import { goLivePlanOf } from '../store/offers.ts'
import { enqueue } from '../store/outbox.ts'
import { type Acted, act, type OfferRequest } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { changeOffer, recordUnscheduled } from './record.ts'
import { refuse } from './refuse.ts'

type ScheduleRequest = OfferRequest & { accountId: string; moment: Date; zone: string }

/** Plans Go Live for a later moment, in place of an earlier plan. Until then it can be taken back. */
export const scheduleGoLive = (
  deps: OfferDeps,
  { accountId, moment, zone, ...request }: ScheduleRequest,
): Promise<Acted> =>
  act(deps, request, async ({ offer, latest, now }) => {
    refuse((await deps.marketplace.refusals(offer, latest)).goLive, 'Go Live')
    const submission = latest!
    const time = iso(moment)
    const earlier = goLivePlanOf(offer)
    // Asked again because the answer was lost.
    if (earlier?.time === time && earlier.zone === zone && earlier.accountId === accountId) return { id: submission.id }
    const schedule: GoLiveSchedule = { time, zone, actor: request.actor.name, setTime: iso(now) }
    const goLivePlan: GoLivePlan = { ...schedule, operationId: submission.id, accountId }
    const details = { version: submission.offerVersion, goLiveTime: time }
    const planned = event('OfferGoLiveScheduled', request.actor, now, details)
    const goLive = { time, zone, actor: request.actor.name }
    const notification = { kind: 'goLiveScheduled' as const, stepId: `${signOffId} ${iso(now)} ${time}`, goLive }
    return {
      id: submission.id,
      also: async (change) => {
        await changeOffer(change, offer, { goLivePlan })
        await recordEvents(change, { offerId: offer.id, submissionId: submission.id }, [planned])
        await enqueue(change, offer, {
          submission: { ...submission, changedTime: iso(now) },
          notifications: [notification],
        })
      },
    }
  })

/** Takes the plan back; without one, nothing happens. After it came true, that is refused. */
export const unscheduleGoLive = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ offer, latest, now }) => {
    refuse((await deps.marketplace.refusals(offer, latest)).goLive, 'Taking Go Live back')
    const plan = goLivePlanOf(offer)
    const submission = latest!
    if (!plan) return { id: submission.id }
    return {
      id: submission.id,
      also: async (change) => {
        await changeOffer(change, offer, { goLivePlan: null })
        await recordUnscheduled(change, offer, plan, { submission, actor: request.actor, now: iso(now) })
      },
    }
  })
