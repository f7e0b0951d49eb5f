import * as z from 'zod/mini'
import { apiVersion } from '../apiVersion.ts'
import { Offer, OfferSummary, OfferType, OfferTypeForm, Publisher, PutOffer } from '../offers.ts'
import { Operation, SubmissionSummary } from '../operations.ts'
import { Accepted, CancelRequest, GoLiveRequest, PublishRequest } from '../publish.ts'
import { OfferStatus } from '../status.ts'
import { idempotencyKey, keyReused, missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { Answer, ApiOperation } from './operation.ts'

const Version = z.object({ 'api-version': z.literal(apiVersion) })
/** Clients use both names; `status` wins. Case does not matter. */
const SubmissionFilter = z.extend(Version, { status: z.optional(z.string()), submissionState: z.optional(z.string()) })

const offer = '/api/publishers/{publisherId}/offers/{offerId}'
const draftTag = 'Names this state of the draft, for If-Match.'
const documented = { part: 'documented', query: Version } as const
const get = { ...documented, method: 'get' } as const
const post = { ...documented, method: 'post' } as const

const operationAddress = 'The address that reports progress: relative to this host, with its api-version.'
const accepted: Answer = {
  description: 'Started, or already running.',
  headers: { 'Operation-Location': operationAddress, Location: operationAddress },
}
const notNow = problem('Not possible now: the details give the reason.')
const movedMeanwhile = problem(
  'The submission is not the one that the request names, or changed at the same time; nothing was changed.',
)

const readOffer = { ...refused, ...missing }
const content = 'The content of the offer, for every caller without secrets and without signatures in addresses.'

/** The Cloud Partner Portal REST API, version 2017-10-31. */
export const documentedOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'listPublishers',
    path: '/api/publishers',
    summary: 'The publishers that the caller works for',
    answers: { ...polled('All of them.', z.array(Publisher)), ...refused },
  },
  {
    ...get,
    id: 'listOfferTypes',
    path: '/api/offerTypes',
    summary: 'The offer types that can be published',
    answers: { ...polled('All of them.', z.array(OfferType)), ...refused },
  },
  {
    ...get,
    id: 'getOfferType',
    path: '/api/offerTypes/{offerTypeId}',
    summary: 'The fields of an offer type, by the tabs of the Editor',
    answers: { ...polled('The catalogue of its fields.', OfferTypeForm), ...refused, ...missing },
  },
  {
    ...get,
    id: 'listOffers',
    path: '/api/publishers/{publisherId}/offers',
    summary: 'The offers of a publisher',
    answers: { ...polled('All of them.', z.array(OfferSummary)), ...refused, ...missing },
  },
  {
    ...get,
    id: 'getOffer',
    path: offer,
    summary: 'The draft of an offer',
    answers: { ...polled(content, Offer, draftTag), ...readOffer },
  },
  {
    ...get,
    id: 'getOfferVersion',
    path: `${offer}/versions/{version}`,
    summary: 'One version of an offer',
    answers: { ...polled(content, Offer), ...readOffer },
  },
  {
    ...get,
    id: 'getOfferInSlot',
    path: `${offer}/slot/{slot}`,
    summary: 'An offer as its draft, in preview or in production',
    answers: { ...polled(content, Offer), ...readOffer },
  },
  {
    ...documented,
    method: 'put',
    id: 'putOffer',
    path: offer,
    summary: 'Create an offer, or save its draft',
    headers: {
      'If-Match': 'The ETag of the draft that was read, or * to overwrite any. Required to change an offer.',
      ...idempotencyKey,
    },
    body: { schema: PutOffer, required: true },
    answers: {
      200: { description: 'The draft was saved.', body: Offer, headers: { ETag: draftTag } },
      201: { description: 'The offer was created.', body: Offer, headers: { ETag: draftTag } },
      ...refusedBody,
      ...missing,
      409: problem('The offer exists, and the request has no If-Match.'),
      412: problem('The draft is not the one named in If-Match; nothing was overwritten.'),
      422: keyReused,
    },
  },
  {
    ...get,
    id: 'getOfferStatus',
    path: `${offer}/status`,
    summary: 'The publishing status of an offer, and the actions that are allowed',
    answers: { ...polled('The latest attempt, step by step.', OfferStatus), ...refused, ...missing },
  },
  {
    ...post,
    id: 'publishOffer',
    path: `${offer}/publish`,
    summary: 'Publish the draft of an offer',
    headers: idempotencyKey,
    body: { schema: PublishRequest, required: false },
    answers: {
      202: { ...accepted, body: Accepted, mayBeEmpty: true },
      ...refusedBody,
      ...missing,
      409: problem('An older version of the offer is being published.'),
      412: movedMeanwhile,
      422: problem(
        'The draft is not complete: one detail per field. Or the Idempotency-Key was sent before with another body. Nothing was published.',
      ),
    },
  },
  {
    ...post,
    id: 'goLive',
    path: `${offer}/golive`,
    summary: 'Sign off the preview of an offer to take it live',
    headers: idempotencyKey,
    body: { schema: GoLiveRequest, required: false },
    answers: { 202: accepted, ...refusedBody, ...missing, 409: notNow, 412: movedMeanwhile, 422: keyReused },
  },
  {
    ...post,
    id: 'cancelPublish',
    path: `${offer}/cancel`,
    summary: 'Cancel the publishing of an offer',
    headers: idempotencyKey,
    body: { schema: CancelRequest, required: false },
    answers: {
      200: { description: 'Canceled.' },
      202: {
        ...accepted,
        description: 'Requested: the operation tells whether the marketplace could still cancel it.',
      },
      ...refusedBody,
      ...missing,
      409: notNow,
      412: movedMeanwhile,
      422: keyReused,
    },
  },
  {
    ...get,
    id: 'listSubmissions',
    path: `${offer}/submissions`,
    summary: 'The attempts to publish an offer, newest first',
    query: SubmissionFilter,
    answers: { ...polled('The matching attempts.', z.array(SubmissionSummary)), ...refused, ...missing },
  },
  {
    ...get,
    id: 'getOperation',
    path: `${offer}/operations/{operationId}`,
    summary: 'The progress of an operation, which ends as complete, canceled or failed',
    answers: { ...polled('The attempt it belongs to, step by step.', Operation), ...refused, ...missing },
  },
  {
    ...get,
    id: 'getOperationByName',
    path: '/api/operations/{name}',
    summary: 'The progress of an operation, found by publisher$offer$publishing version$slot',
    answers: { ...polled('The attempt it belongs to, step by step.', Operation), ...refused, ...missing },
  },
]
