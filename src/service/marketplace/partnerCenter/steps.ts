import { type Message, signOffId } from '../../../contract/status.ts'
import { messageOf } from '../../publishing/messages.ts'
import type { Progress } from '../../publishing/steps.ts'
import { liveId, notStarted, type StepState } from '../../publishing/submission.ts'
import type { Picture } from './classify.ts'
import type { Finding } from './errors.ts'

export const previewId = 'remote-preview'

/** Partner Center reports no steps: these three are what its rows show. */
const declared = [
  {
    id: previewId,
    code: previewId,
    stepName: 'Validation, certification and preview',
    description:
      'Partner Center validates and certifies the offer and creates its preview. It does not report progress.',
    actor: 'microsoft',
  },
  {
    id: signOffId,
    code: signOffId,
    stepName: 'Publisher sign-off',
    description: 'The preview is ready. Look at it in Partner Center before you make your offer live.',
    actor: 'publisher',
  },
  {
    id: liveId,
    code: liveId,
    stepName: 'Live',
    description: 'The offer is published. It can take hours until customers see it.',
    actor: 'microsoft',
  },
] as const

export const stepsBefore = (): StepState[] => declared.map(notStarted)

/** Why a push failed, as far as the API says. */
export type Failure = { findings: Finding[]; rejected: boolean; portal: string }

/** Where the submission of a picture stands; undefined where the picture has none. Times are those of this look. */
export function progressOf(picture: Picture, before: StepState[], failure: Failure, now: Date): Progress | undefined {
  const all = (...statuses: Statuses) => phases(before, statuses, now)
  const stopped = (steps: StepState[]): StepState[] =>
    steps.map((step) =>
      step.status === 'blocked'
        ? { ...step, status: failure.rejected ? 'rejected' : 'blocked', messages: messagesOf(failure, now) }
        : step,
    )
  switch (picture.indicator) {
    case 'none':
    case 'canceled':
      return undefined
    case 'inProgress':
      return picture.phase === 'preview'
        ? { state: 'running', steps: all('inProgress', 'notStarted', 'notStarted') }
        : { state: 'running', steps: signedOff(before, now) }
    case 'awaitingSignoff':
      return {
        state: 'waitingForPublisherReview',
        steps: all('complete', 'waitingForPublisherReview', 'notStarted'),
      }
    case 'failed':
      return picture.phase === 'preview'
        ? { state: 'failed', steps: stopped(all('blocked', 'notStarted', 'notStarted')) }
        : { state: 'failed', steps: stopped(all('complete', 'complete', 'blocked')) }
    case 'live':
    case 'delisted':
      return { state: 'succeeded', steps: all('complete', 'complete', 'complete') }
  }
}

/** The steps once the publisher has signed off. */
export const signedOff = (steps: StepState[], now: Date): StepState[] =>
  phases(steps, ['complete', 'complete', 'inProgress'], now)

type Status = StepState['status']

/** Before sign-off, sign-off, and after it. */
type Statuses = [Status, Status, Status]

function phases(steps: StepState[], [first, signOff, last]: Statuses, now: Date): StepState[] {
  const split = steps.findIndex(({ id }) => id === signOffId)
  return [
    ...spread(steps.slice(0, split), first, now),
    ...spread(steps.slice(split, split + 1), signOff, now),
    ...spread(steps.slice(split + 1), last, now),
  ]
}

/** The status of a part with one or more steps: it is that of the first step that is not complete. */
function spread(steps: StepState[], status: Status, now: Date): StepState[] {
  const open = steps.findIndex((step) => step.status !== 'complete')
  const current = open < 0 ? steps.length - 1 : open
  const statusAt = (index: number): Status => {
    if (status === 'complete' || status === 'notStarted') return status
    return index < current ? 'complete' : index === current ? status : 'notStarted'
  }
  return steps.map((step, index) => at(step, statusAt(index), now))
}

/** A step with another status: it began or ended now, unless it was over before anybody looked. */
function at(step: StepState, status: StepState['status'], now: Date): StepState {
  if (step.status === status) return step
  const { startedTime, endedTime: _, ...rest } = step
  if (status === 'notStarted') return { ...rest, status, messages: [] }
  const time = now.toISOString()
  const over = status !== 'inProgress' && status !== 'waitingForPublisherReview'
  if (!over) return { ...rest, status, startedTime: startedTime ?? time, messages: [] }
  return { ...rest, status, ...(startedTime && { startedTime, endedTime: time }), messages: [] }
}

function messagesOf({ findings, rejected, portal }: Failure, now: Date): Message[] {
  const known = findings.map(({ code, message, section }) =>
    messageOf({ code, message, ...(section && { target: `partnerCenter.${section}` }) }, now),
  )
  if (known.length > 0 && !rejected) return known
  const why = rejected
    ? { code: 'partnerCenterCertification', message: 'Certification found issues. Partner Center shows its report:' }
    : { code: 'partnerCenterReasons', message: 'Only Partner Center shows why this failed:' }
  return [messageOf({ ...why, values: { link: portal } }, now), ...known]
}

export const warning = (code: string, text: string, portal: string, now: Date): Message => ({
  ...messageOf({ code, message: text, values: { link: portal } }, now),
  level: 'warning',
})
