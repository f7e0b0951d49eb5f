import type * as z from 'zod/mini'
import { Problem } from '../problems.ts'
import type { Answer } from './operation.ts'

export const problem = (description: string): Answer => ({ description, body: Problem })

const entityTag =
  'Names this state of the answer. Sent back in If-None-Match, it is answered with 304 while nothing changed.'

/** 200 with a body that is polled: 304 when the caller has it already. */
export const polled = (description: string, body: z.ZodMiniType, etag = entityTag): Record<number, Answer> => ({
  200: { description, body, headers: { ETag: etag } },
  304: { description: 'Nothing has changed since the answer named in If-None-Match.', headers: { ETag: entityTag } },
})

/** What any request may be answered with. */
export const addressed: Record<number, Answer> = {
  400: problem('The request is malformed: the message says how, the details name the fields.'),
  403: problem('The request is not for this host.'),
}

/** And any for the data of an account. */
export const refused: Record<number, Answer> = {
  ...addressed,
  401: problem('There is no valid bearer token and no session.'),
  403: problem(
    'The request is not for this service, comes from another site, or the role of the caller does not suffice.',
  ),
}

/** And any that carries a body. */
export const refusedBody: Record<number, Answer> = {
  ...refused,
  413: problem('The body is larger than 1 MB.'),
  415: problem('The body is declared as something else than JSON.'),
}

export const missing: Record<number, Answer> = {
  404: problem('There is no such thing, or the caller may not see that there is.'),
}

/** The header that makes a repeated request harmless. */
export const idempotencyKey = {
  'Idempotency-Key':
    'The same key again changes nothing and is answered as the first time. 1 to 200 of A-Z a-z 0-9 . : _ -',
}
