import { Draft } from '../draft.ts'
import { missing, polled, refused } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const offer = '/api/portal/publishers/{publisherId}/offers/{offerId}'

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
]
