import type * as z from 'zod/mini'

export type Answer = {
  description: string
  /** JSON of this shape, or text of that type; absent when there is no body. */
  body?: z.ZodMiniType | 'text/plain' | 'text/csv'
  /** Headers that this answer always carries, each with its meaning. */
  headers?: Readonly<Record<string, string>>
}

/** One method at one address: what may be sent, and every answer there is to it. */
export type ApiOperation = {
  /** Unique, and the name that generated clients give it. */
  id: string
  method: 'get' | 'put' | 'post' | 'delete'
  /** Names of the address stand in braces. */
  path: string
  summary: string
  /** Whose: the Cloud Partner Portal REST API's, the page's and the operator's, or for anybody without a token. */
  part: 'documented' | 'portal' | 'open'
  query?: z.ZodMiniObject
  /** Request headers with a meaning of their own. */
  headers?: Readonly<Record<string, string>>
  body?: { schema: z.ZodMiniType; required: boolean }
  answers: Readonly<Record<number, Answer>>
}
