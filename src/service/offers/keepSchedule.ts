import type { UnscheduledReason } from '../../contract/goLiveSchedule.ts'
import { ProblemError } from '../problems.ts'
import { person } from '../publishing/actor.ts'
import { endOfPlan, type GoLivePlan } from '../publishing/goLivePlan.ts'
import { iso } from '../publishing/schedule.ts'
import { accountStore } from '../store/accounts.ts'
import { change } from '../store/changes.ts'
import { dueToGoLive, goLivePlanOf } from '../store/offers.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { eachDue } from './eachDue.ts'
import { changeOffer, OvertakenError, recordUnscheduled } from './record.ts'
import { signOff } from './signOff.ts'

/** After a longer outage nobody expects an offer to go live at a moment that has passed. */
const longestDelay = 24 * 3_600_000

/**
 * Carries out each scheduled Go Live when its time has come, once however many replicas run. What was decided by someone
 * who may no longer decide, or about another preview, is not carried out, and history and a mail say why.
 */
export const scheduleKeeper = (deps: OfferDeps & { log: (error: Error) => void }) => {
  const { db, now } = deps

  async function keep(publisherId: string, offerId: string): Promise<boolean> {
    const facts = await factsOf(db, publisherId, offerId, now())
    const { offer, latest } = facts
    const plan = goLivePlanOf(offer)
    if (!plan || !latest || plan.time > iso(facts.now)) return false
    const drop = (reason: UnscheduledReason) =>
      change(db, publisherId, async (open) => {
        await changeOffer(open, offer, { goLivePlan: null })
        await recordUnscheduled(open, offer, plan, { submission: latest, reason, now: iso(facts.now) })
      })
    const end = endOfPlan(plan, latest)
    const reason = end && end !== 'signedOff' ? end : await refusalOf(plan, publisherId, facts.now)
    if (reason) await drop(reason)
    else
      try {
        await signOff(deps, {
          publisherId,
          offerId,
          actor: person(plan.actor),
          seen: { operationId: plan.operationId },
          // Every replica sends the same key.
          repeatable: { key: `scheduled ${plan.operationId} ${plan.time}`, hash: '' },
        })
      } catch (error) {
        if (!isRefusal(error)) throw error
        await drop(error.code === 'PreconditionFailed' ? 'replaced' : 'refused')
      }
    return true
  }

  async function refusalOf({ accountId, time }: GoLivePlan, publisherId: string, at: Date) {
    const role = (await accountStore(db).caller(accountId))?.roles.get(publisherId)
    if (role !== 'owner' && role !== 'contributor') return 'role'
    return at.getTime() > Date.parse(time) + longestDelay ? 'late' : undefined
  }

  return eachDue({ ...deps, due: (limit) => dueToGoLive(db, now(), limit), work: keep })
}

/** Trying again would be refused again. */
const isRefusal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  !(error instanceof OvertakenError) &&
  ['ActionNotAllowed', 'PreconditionFailed', 'ValidationFailed'].includes(error.code)
