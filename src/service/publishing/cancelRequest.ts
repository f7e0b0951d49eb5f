import { currentStep, liveId, type Submission } from './submission.ts'

/** The request that the marketplace has not answered yet. */
export const pendingCancel = ({ cancelRequest }: Pick<Submission, 'cancelRequest'>) =>
  cancelRequest?.outcome ? undefined : cancelRequest

/** What becomes of an open request with the next state of its submission. */
export function withCancelRequest({ cancelRequest, ...submission }: Submission): Submission {
  if (!cancelRequest) return submission
  if (submission.state === 'failed' || submission.state === 'canceled') return submission
  if (cancelRequest.outcome) return { ...submission, cancelRequest }
  if (submission.state === 'succeeded' || currentStep(submission)?.id === liveId)
    return { ...submission, cancelRequest: { ...cancelRequest, outcome: 'tooLate' } }
  const dueTime = [submission.dueTime ?? cancelRequest.answerTime, cancelRequest.answerTime].sort()[0]!
  return { ...submission, cancelRequest, dueTime }
}
