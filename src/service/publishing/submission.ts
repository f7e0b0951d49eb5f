import type { Language } from '../../contract/languages.ts'
import type { Definition } from '../../contract/offers.ts'
import { type Message, type OfferStatusName, type StepStatusName, signOffId } from '../../contract/status.ts'
import { type OfferType, type StepDeclaration, stepsOf } from '../offerTypes/offerType.ts'
import type { Actor } from './actor.ts'

/** A step as its submission keeps it: a later change of the offer type leaves running submissions alone. */
export type StepState = Omit<StepDeclaration, 'check' | 'when'> & {
  status: StepStatusName
  startedTime?: string
  endedTime?: string
  /** The person who signed off. */
  endedBy?: string
  /** The publisher knows that the estimate is over. */
  overdue?: true
  messages: Message[]
}

/** A step as it is before it has begun. */
export const notStarted = ({
  id,
  code,
  stepName,
  description,
  estimatedTimeFrame,
  actor,
}: StepDeclaration): StepState => ({
  id,
  code,
  stepName,
  description,
  ...(estimatedTimeFrame && { estimatedTimeFrame }),
  actor,
  status: 'notStarted',
  messages: [],
})

export const stepsBefore = (offerType: OfferType, definition: Definition) =>
  stepsOf(offerType, definition).map(notStarted)

export type SubmissionState = Exclude<OfferStatusName, 'neverPublished' | 'notStarted'>

export type Submission = {
  id: string
  publisherId: string
  offerId: string
  offerTypeId: string
  offerVersion: number
  publishingVersion: number
  state: SubmissionState
  steps: StepState[]
  /** When time alone moves it next; absent while it waits for a person. */
  dueTime?: string
  notificationEmails: string
  language: Language
  cancellation?: {
    by: Actor
    reason?: string
    time: string
    /** As they were at that moment, because the submission's own steps read as not started afterwards (D6). */
    steps?: StepState[]
  }
  cancelRequest?: CancelRequest
  createdTime: string
  changedTime: string
  /** How many transitions it has seen. */
  revision: number
}

/**
 * A publisher's wish to cancel while others work on the submission. `answerTime`: when the marketplace stops it, unless it
 * has gone on to the step Live by then, which is too late.
 */
export type CancelRequest = {
  by: Actor
  reason?: string | undefined
  time: string
  answerTime: string
  outcome?: 'tooLate'
}

/** What a submission is before its marketplace has taken it. */
export type SubmissionRequest = Pick<
  Submission,
  | 'id'
  | 'publisherId'
  | 'offerId'
  | 'offerTypeId'
  | 'offerVersion'
  | 'publishingVersion'
  | 'notificationEmails'
  | 'language'
>

export const liveId = 'live'

/** Still under way: automated, in review or waiting for the publisher. */
export const isRunning = ({ state }: Pick<Submission, 'state'>) =>
  state === 'running' || state === 'waitingForPublisherReview'

const currentIndex = ({ steps }: Pick<Submission, 'steps'>) => steps.findIndex(({ status }) => status !== 'complete')

/** The step that runs, waits or failed; undefined when all are complete or none has begun. */
export const currentStep = (submission: Pick<Submission, 'steps'>): StepState | undefined => {
  const step = submission.steps[currentIndex(submission)]
  return step?.status === 'notStarted' ? undefined : step
}

/** The publisher has let it go live. */
export const isSignedOff = ({ steps }: Pick<Submission, 'steps'>) =>
  steps.some(({ id, status }) => id === signOffId && status === 'complete')
