import { type Message, signOffId } from '../../../contract/status.ts'
import { messageOf } from '../../publishing/messages.ts'
import type { Progress } from '../../publishing/steps.ts'
import { liveId, notStarted, type StepState } from '../../publishing/submission.ts'
import type { Picture } from './classify.ts'
import type { Finding } from './errors.ts'

export const previewId = 'remote-preview'

/** Partner Center tells no steps: these three are what can be seen from outside. */
const declared = [
  {
    id: previewId,
    code: previewId,
    stepName: 'Validation, certification and preview',
    description:
      'Partner Center validates and certifies the offer and creates its preview. It does not tell how far it is.',
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

/** Why a push failed, as far as anybody but the portal knows. */
export type Failure = { findings: Finding[]; rejected: boolean; portal: string }

/** Where a submission stands that the picture tells of; undefined where it tells of none. Times are those of this look. */
export function progressOf(picture: Picture, before: StepState[], failure: Failure, now: Date): Progress | undefined {
  const all = (...words: [StepState['status'], StepState['status'], StepState['status']]): StepState[] =>
    before.map((step, index) => at(step, wordOf(words, before, index), now))
  const ended = (index: number): StepState[] => {
    const steps = index === 0 ? all('blocked', 'notStarted', 'notStarted') : all('complete', 'complete', 'blocked')
    const status = failure.rejected ? 'rejected' : 'blocked'
    return steps.map((step) =>
      step.status === 'blocked' ? { ...step, status, messages: messagesOf(failure, now) } : step,
    )
  }
  switch (picture.indicator) {
    case 'none':
    case 'canceled':
      return undefined
    case 'inProgress':
      return picture.phase === 'preview'
        ? { state: 'running', steps: all('inProgress', 'notStarted', 'notStarted') }
        : { state: 'running', steps: all('complete', 'complete', 'inProgress') }
    case 'awaitingSignoff':
      return {
        state: 'waitingForPublisherReview',
        steps: all('complete', 'waitingForPublisherReview', 'notStarted'),
      }
    case 'failed':
      return { state: 'failed', steps: ended(picture.phase === 'preview' ? 0 : 2) }
    case 'live':
    case 'delisted':
      return { state: 'succeeded', steps: all('complete', 'complete', 'complete') }
  }
}

type Words = readonly [StepState['status'], StepState['status'], StepState['status']]

/** The word for a step: before sign-off, where there may be several, for the first that is not complete. */
function wordOf([first, signOff, live]: Words, steps: readonly StepState[], index: number) {
  const { id } = steps[index]!
  if (id === signOffId) return signOff
  if (id === liveId) return live
  if (first === 'complete') return first
  const last = steps.findIndex((step) => step.id === signOffId) - 1
  const open = steps.findIndex(({ status }) => status !== 'complete')
  const current = open < 0 || open > last ? last : open
  return index < current ? 'complete' : index === current ? first : 'notStarted'
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
