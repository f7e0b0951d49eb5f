import { OfferList, OfferListQuery, OfferRow } from '../offerList.ts'
import { DecisionQuery, OperatorRequest, PendingDecisions, Rejection } from '../operator.ts'
import { idempotencyKey, keyReused, missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const get = { part: 'portal', method: 'get' } as const

const action = (name: string, id: string, summary: string, body: ApiOperation['body']): ApiOperation => ({
  part: 'portal',
  method: 'post',
  id,
  path: `/api/portal/marketplace/publishers/{publisherId}/offers/{offerId}/${name}`,
  summary,
  headers: idempotencyKey,
  ...(body && { body }),
  answers: {
    200: { description: 'Done: the offer as the lists show it.', body: OfferRow },
    ...refusedBody,
    ...missing,
    409: problem('Not possible now.'),
    422: keyReused,
    412: problem(
      'The submission is not the one that the request names, or changed at the same time; nothing was changed.',
    ),
  },
})
const reason = { schema: OperatorRequest, required: false }

/** What the operator of the simulated marketplace can do; everyone else gets 403. */
export const operatorOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'listDecisions',
    path: '/api/portal/marketplace/decisions',
    summary: 'The steps that wait for a decision of the marketplace, longest waiting first',
    query: DecisionQuery,
    answers: { ...polled('One page.', PendingDecisions), ...refused },
  },
  {
    ...get,
    id: 'listEveryOffer',
    path: '/api/portal/marketplace/offers',
    summary: 'The offers of all publishers: filtered, sorted, counted and paged',
    query: OfferListQuery,
    answers: { ...polled('One page.', OfferList), ...refused },
  },
  action('approve', 'approveStep', 'Approve the step that waits', reason),
  action('reject', 'rejectStep', 'Reject the step that waits', { schema: Rejection, required: true }),
  action('delist', 'delistOffer', 'Take a live offer out of the marketplace', reason),
  action('relist', 'relistOffer', 'Put a delisted offer back', reason),
  action('hold', 'holdOffer', 'Stop granting the steps of an offer by default', reason),
  action('release', 'releaseOffer', 'Grant the steps of an offer by default again', reason),
  action('cancel', 'cancelForPublisher', 'Cancel the publishing of an offer in the name of Microsoft', reason),
]
