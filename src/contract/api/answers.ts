import type * as z from 'zod/mini'
import { Problem } from '../problems.ts'
import type { Answer } from './operation.ts'

export const problem = (description: string): Answer => ({ description, body: Problem })

const entityTag = 'Identifies this state of the answer. Send it in If-None-Match to get 304 while nothing has changed.'

/** 200 with a body that clients poll; 304 when the caller already has it. */
export const polled = (description: string, body: z.ZodMiniType, etag = entityTag): Record<number, Answer> => ({
  200: { description, body, headers: { ETag: etag } },
  304: { description: 'Nothing has changed since the answer named in If-None-Match.', headers: { ETag: entityTag } },
})

/** Answers that every request can get. */
export const addressed: Record<number, Answer> = {
  400: problem('The request is malformed: the message says how, the details name the fields.'),
  403: problem('The request is not for this host.'),
  414: problem('The address has more than 8,000 characters.'),
}

/** Answers that every request for an account's data can get. */
export const refused: Record<number, Answer> = {
  ...addressed,
  401: problem('There is no valid bearer token and no session.'),
  429: {
    ...problem('The caller, or its network address, sends too many requests.'),
    headers: { 'Retry-After': 'Seconds until the request may be sent again.' },
  },
  403: problem('The request is not for this service, comes from another site, or the caller’s role does not allow it.'),
}

/** Answers that every request with a body can get. */
export const refusedBody: Record<number, Answer> = {
  ...refused,
  413: problem('The body is larger than 1 MB.'),
  415: problem('The content type is not JSON.'),
}

export const missing: Record<number, Answer> = {
  404: problem('It does not exist, or the caller has no access to it.'),
}

/** The header that makes it safe to repeat a request. */
export const idempotencyKey = {
  'Idempotency-Key':
    'A request repeated with the same key changes nothing and gets the first answer. 1 to 200 of A-Z a-z 0-9 . : _ -',
}

/** An answer to any request that carries it. */
export const keyReused = problem('The Idempotency-Key was sent before with another body.')
