import { Hono } from 'hono'
import { type Attempt, type Attempts, attemptLimit, type ReviewIssue } from '../../../contract/attempts.ts'
import type { UsualTimes } from '../../../contract/usualTimes.ts'
import { toCancellation, toStep } from '../../offers/statusAnswer.ts'
import { offerTypeById } from '../../offerTypes/catalogue.ts'
import { found } from '../../problems.ts'
import { reportedIssues, reviewIssue } from '../../publishing/reviewIssues.ts'
import type { Submission } from '../../publishing/submission.ts'
import { usualTimes } from '../../publishing/usualTimes.ts'
import type { Database } from '../../store/database.ts'
import { type OfferRecord, offerStore } from '../../store/offers.ts'
import { definitionsOf } from '../../store/offerVersions.ts'
import { submissionStore } from '../../store/submissions.ts'
import { roleIn } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'

/** How many attempts of an offer type its usual times are measured on. */
const measuredAttempts = 100

/** What an offer's attempts to publish were like, and how long those of its type usually take. */
export const attemptRoutes = ({ db }: Deps) => {
  const submissions = submissionStore(db)
  return new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/attempts', async (c) => {
      const { publisherId, offerId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      const offer = found(await offerStore(db).one(publisherId, offerId), `Offer ${offerId}`)
      const items = await submissions.list(publisherId, offerId, attemptLimit)
      return c.json({ items: items.map(toAttempt), issues: await issuesOf(db, offer, items) } satisfies Attempts)
    })
    .get('/offerTypes/:offerTypeId/usualTimes', async (c) => {
      const { id } = found(offerTypeById(c.req.param('offerTypeId')), `Offer type ${c.req.param('offerTypeId')}`)
      return c.json(usualTimes(await submissions.latestOfType(id, measuredAttempts)) satisfies UsualTimes)
    })
}

async function issuesOf(db: Database, offer: OfferRecord, newestFirst: readonly Submission[]): Promise<ReviewIssue[]> {
  const reported = reportedIssues(newestFirst)
  const latest = newestFirst[0]
  if (!latest || reported.length === 0) return []
  const versions = [offer.version, latest.offerVersion, ...reported.map(({ submission }) => submission.offerVersion)]
  const isEditedHere = offer.marketplace === 'simulated'
  const contents = isEditedHere ? await definitionsOf(db, offer.publisher_id, offer.id, versions) : new Map()
  return reported.map((issue) => reviewIssue(issue, { latest, draftVersion: offer.version, contents }))
}

const toAttempt = ({ id, state, steps, cancellation, ...submission }: Submission): Attempt => ({
  operationId: id,
  publishingVersion: submission.publishingVersion,
  offerVersion: submission.offerVersion,
  status: state,
  createdTime: submission.createdTime,
  changedTime: submission.changedTime,
  steps: (cancellation?.steps ?? steps).map(toStep),
  ...(cancellation && { cancellation: toCancellation(cancellation) }),
})
