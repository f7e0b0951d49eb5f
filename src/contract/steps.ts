import { parseEstimate, upperBound } from './estimates.ts'
import { indicatorOf } from './indicators.ts'
import { type OfferStatus, type Step, type StepStatusName, signOffId, stepStatuses } from './status.ts'

export const isKnownStatus = (status: string): status is StepStatusName =>
  stepStatuses.some((known) => known === status)

const underWay: readonly string[] = [
  'inProgress',
  'waitingForPublisherReview',
  'waitingForApproval',
  'blocked',
  'rejected',
]
const troubled: readonly string[] = ['blocked', 'rejected']

/** The step is active: it runs or waits for someone. */
export const isUnderWay = ({ status }: Pick<Step, 'status'>) => underWay.includes(status)
export const isTroubled = ({ status }: Pick<Step, 'status'>) => troubled.includes(status)
export const currentStep = ({ steps }: OfferStatus) => steps.find(isUnderWay)

/** When a step becomes overdue, in milliseconds; undefined when it never does (D17), as while it waits for the publisher (D20). */
export function overdueTime(step: Step): number | undefined {
  const { startedTime, endedTime, estimatedTimeFrame, status } = step
  const estimate = actorOf(step) !== 'publisher' && estimatedTimeFrame && parseEstimate(estimatedTimeFrame)
  if (!startedTime || endedTime || !estimate || !isUnderWay({ status }) || isTroubled({ status })) return undefined
  return Date.parse(startedTime) + upperBound(estimate)
}

const actorById: Record<string, string> = { [signOffId]: 'publisher', 'microsoft-review': 'microsoft' }
export const actorOf = ({ actor, id }: Step) => actor ?? actorById[id] ?? 'marketplace'

/** Who acts next: the publisher whenever the marketplace cannot continue on its own, unless Go Live is scheduled. */
export function nextActor(status: OfferStatus): string {
  const indicator = indicatorOf(status)
  if (indicator === 'live' || indicator === 'delisted') return 'nobody'
  if (indicator === 'awaitingSignoff' && status.goLiveSchedule) return 'schedule'
  if (['awaitingSignoff', 'failed', 'canceled', 'none'].includes(indicator)) return 'publisher'
  const step = currentStep(status) ?? status.steps.find((step) => step.status === 'notStarted')
  return step ? actorOf(step) : 'marketplace'
}
