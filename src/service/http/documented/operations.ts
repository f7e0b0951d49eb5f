import { type Context, Hono } from 'hono'
import type { Operation, SubmissionSummary } from '../../../contract/operations.ts'
import { cancellationState, toStep } from '../../offers/statusAnswer.ts'
import { found, ProblemError } from '../../problems.ts'
import { isRunning, isSignedOff, type Submission } from '../../publishing/submission.ts'
import { offerStore } from '../../store/offers.ts'
import { submissionStore } from '../../store/submissions.ts'
import { roleIn } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'

const offerPath = '/publishers/:publisherId/offers/:offerId'

/** Submissions of an offer, newest first, and each of them as the operation that a publish or Go Live answered. */
export const operationRoutes = ({ db, marketplace }: Deps) => {
  const submissions = submissionStore(db)
  const offers = offerStore(db)

  const list = async (c: Context<Env, typeof offerPath>) => {
    const { publisherId, offerId } = c.req.param()
    roleIn(c.get('caller'), publisherId)
    found(await offers.one(publisherId, offerId), `Offer ${offerId}`)
    const asked = (c.req.query('status') ?? c.req.query('submissionState'))?.toLowerCase()
    const all = await submissions.list(publisherId, offerId)
    return c.json(
      all.flatMap((submission) => {
        const state = stateAs(asked, submission)
        return state ? [toSubmissionSummary(submission, state)] : []
      }),
    )
  }

  async function answer(submission: Submission): Promise<Operation> {
    const offer = found(await offers.one(submission.publisherId, submission.offerId), `Offer ${submission.offerId}`)
    return toOperation(submission, cancellationState(submission, await marketplace.refusals(offer, submission)))
  }

  return new Hono<Env>()
    .get(`${offerPath}/submissions`, list)
    .get(`${offerPath}/operations/:operationId`, async (c) => {
      const { publisherId, offerId, operationId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const submission = await submissions.byId(operationId)
      const ours = submission?.publisherId === publisherId && submission.offerId === offerId
      return c.json(await answer(found(ours ? submission : undefined, `Operation ${operationId}`)))
    })
    .get('/operations/:name', async (c) => {
      const [, publisherId = '', offerId = '', publishingVersion] =
        /^([^$]+)\$([^$]+)\$(\d{1,9})\$(preview|production)$/i.exec(c.req.param('name').toLowerCase()) ?? []
      if (!publisherId) throw new ProblemError('NotFound', 'An operation is publisher$offer$publishing version$slot.')
      roleIn(c.get('caller'), publisherId)
      const all = await submissions.list(publisherId, offerId)
      const submission = all.find((one) => one.publishingVersion === Number(publishingVersion))
      return c.json(await answer(found(submission, `Operation ${c.req.param('name')}`)))
    })
}

/** Tools find what is under way by `running`, though it waits for its publisher: the state in the word asked for. */
const stateAs = (asked: string | undefined, submission: Submission) =>
  [submission.state, operationStatus(submission)].find((state) => !asked || state.toLowerCase() === asked)

/** Clients of the documented API know `complete`, `canceled` and `failed` as the ends of an operation. */
const operationStatus = (submission: Submission) =>
  submission.state === 'succeeded' ? 'complete' : isRunning(submission) ? 'running' : submission.state

const toSubmissionSummary = (submission: Submission, submissionState: string): SubmissionSummary => ({
  id: submission.id,
  offerId: submission.offerId,
  offerVersion: submission.offerVersion,
  offerTypeId: submission.offerTypeId,
  publisherId: submission.publisherId,
  submissionType: 'publish',
  submissionState,
  publishingVersion: submission.publishingVersion,
  slot: isSignedOff(submission) ? 'production' : 'staging',
  version: submission.revision,
  definition: { metadata: { emails: submission.notificationEmails } },
  changedTime: submission.changedTime,
})

const toOperation = (submission: Submission, cancellationRequestState: string): Operation => ({
  status: operationStatus(submission),
  messages: [],
  publishingVersion: submission.publishingVersion,
  offerVersion: submission.offerVersion,
  cancellationRequestState,
  steps: submission.steps.map(toStep),
  previewLinks: [],
  liveLinks: [],
  notificationEmails: submission.notificationEmails,
})
