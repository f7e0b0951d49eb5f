import type * as z from 'zod/mini'

export type Answer = {
  description: string
  /** JSON of this shape, or text of that type; absent when there is no body. */
  body?: z.ZodMiniType | 'text/plain' | 'text/csv'
  /** The body is absent where there is nothing to say. */
  mayBeEmpty?: true
  /** Headers that this answer always carries, each with its meaning. */
  headers?: Readonly<Record<string, string>>
}

/** One method at one address: what may be sent, and every possible answer. */
export type ApiOperation = {
  /** Unique; generated clients use it as the method name. */
  id: string
  method: 'get' | 'put' | 'post' | 'delete'
  /** Parameters are in braces. */
  path: string
  summary: string
  /** `documented`: the Cloud Partner Portal REST API; `portal`: for the page and the operator; `open`: needs no token. */
  part: 'documented' | 'portal' | 'open'
  query?: z.ZodMiniObject
  /** Request headers that this operation reads. */
  headers?: Readonly<Record<string, string>>
  body?: { schema: z.ZodMiniType; required: boolean }
  answers: Readonly<Record<number, Answer>>
}
