import { Draft } from '../draft.ts'
import { NewOffer } from '../newOffer.ts'
import { Offer } from '../offers.ts'
import { PictureCheck } from '../pictureCheck.ts'
import { TestLead } from '../testLead.ts'
import { idempotencyKey, keyReused, missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const offers = '/api/portal/publishers/{publisherId}/offers'
const offer = `${offers}/{offerId}`

/** What the Editor needs besides the documented API. */
export const editingOperations: readonly ApiOperation[] = [
  {
    part: 'portal',
    method: 'get',
    id: 'getDraft',
    path: `${offer}/draft`,
    summary: 'The draft of an offer, who saved it last, and which secrets the service keeps',
    answers: { ...polled('The draft, without secrets.', Draft), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'createOffer',
    path: offers,
    summary: 'Create an empty offer, or a copy of another with its secrets',
    headers: idempotencyKey,
    body: { schema: NewOffer, required: true },
    answers: {
      201: { description: 'The offer was created.', body: Offer },
      ...refusedBody,
      ...missing,
      409: problem('An offer with this ID exists.'),
      422: keyReused,
    },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'deleteOffer',
    path: offer,
    summary: 'Delete an offer that was never published',
    headers: idempotencyKey,
    answers: {
      204: { description: 'The offer was deleted.' },
      ...refusedBody,
      ...missing,
      409: problem('The offer was published, or is edited in Partner Center.'),
      422: keyReused,
    },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'checkPictures',
    path: `${offer}/pictureCheck`,
    summary: 'Read the pictures that the saved draft names by address, and compare them with what their fields require',
    answers: {
      200: { description: 'What is wrong, and what could not be read.', body: PictureCheck },
      ...refusedBody,
      ...missing,
    },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'sendTestLead',
    path: `${offer}/testLead`,
    summary: 'Try the lead destination of the saved draft, in the simulation',
    answers: {
      200: { description: 'What would go wrong.', body: TestLead },
      ...refusedBody,
      ...missing,
    },
  },
]
