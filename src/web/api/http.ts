import * as z from 'zod/mini'
import { Problem, type ProblemDetail } from '../../contract/problems.ts'
import { readServiceClock } from '../clock.ts'
import { isAttended } from './attended.ts'
import { readPageBuild } from './build.ts'

/** How long an answer may take before it counts as lost, in milliseconds. */
const patience = 20_000

/** Addresses whose first answer the browser fetches ahead. */
const preloaded = new Set(
  Array.from(document.querySelectorAll('link[rel=preload][as=fetch]'), (link) => link.getAttribute('href')),
)

/** Addresses whose last answer did not come. */
const unanswered = new Set<string>()

type Failure = { status?: number; details?: ProblemDetail[]; retryAfter?: number; requestId?: string; cause?: unknown }

/**
 * `code` is the service's own, or `NoAnswer` (nothing came back), or `Unreadable` (what came back is not what was
 * agreed), or `Http404` and the like (a proxy between page and service answered), or `CookiesBlocked` (the page did not
 * ask, because the browser would not say whose session it is).
 */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly details: ProblemDetail[]
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter: number | undefined
  /** Names a request that failed in the service's log, for support. */
  readonly requestId: string | undefined

  constructor(code: string, { status = 0, details = [], retryAfter, requestId, cause }: Failure = {}) {
    super(code, { cause })
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.details = details
    this.retryAfter = retryAfter
    this.requestId = requestId
  }
}

/** It is unknown whether the service carried out the request. */
export const isLost = (error: unknown) =>
  error instanceof ApiError &&
  (error.status === 0 || error.status >= 500 || error.status === 408 || error.code === 'Unreadable')

/** It lasts until the reader allows cookies, which the page notices by itself. */
export const isCookieless = (error: unknown) => error instanceof ApiError && error.code === 'CookiesBlocked'

export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401

const finalCodes = ['Unauthorized', 'Forbidden', 'NotFound']

/** Only a person can change this answer. The same status without the service's own code comes from a proxy, and passes. */
export const isFinal = (error: unknown) => error instanceof ApiError && finalCodes.includes(error.code)

/** Milliseconds that the service asks the page to wait before it asks again. */
export const waitAskedBy = (error: unknown) => (error instanceof ApiError ? error.retryAfter : undefined)

type Request<Reply> = {
  query?: Record<string, string | number | undefined>
  reply?: z.ZodMiniType<Reply>
  body?: unknown
  /** Makes this a POST. */
  post?: boolean
  method?: 'PUT' | 'DELETE'
  idempotencyKey?: string
  headers?: Record<string, string>
}

export async function call<Reply>(path: string, request: Request<Reply>) {
  // The service would refuse, or begin one session after another.
  if (!navigator.cookieEnabled) throw new ApiError('CookiesBlocked', { status: 401 })
  const { query = {}, reply, body, post, idempotencyKey } = request
  const method = request.method ?? (post ? 'POST' : 'GET')
  const isWrite = method !== 'GET'
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const address = search.size > 0 ? `/api${path}?${search}` : `/api${path}`
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Requested-With': 'publisher-dashboard',
    ...request.headers,
  }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (!isWrite && !isAttended()) headers.Unattended = '?1'
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey

  let response: Response
  let text: string
  // What the HTML preloads may have been sent before this code ran.
  const sent = preloaded.delete(address) ? performance.timeOrigin : Date.now()
  try {
    response = await fetch(address, {
      method,
      // The browser revalidates its cached copy, so an unchanged answer costs nothing. After a lost answer it is not
      // asked for its copy, because it lets a request wait for another one to the same address that hangs.
      cache: isWrite || unanswered.delete(address) ? 'no-store' : 'no-cache',
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    readServiceClock({ shown: Date.parse(response.headers.get('Date') ?? ''), sent, received: Date.now() })
    readPageBuild(response.headers.get('Page-Build'))
    text = await response.text()
  } catch (cause) {
    unanswered.add(address)
    throw new ApiError('NoAnswer', { cause })
  }
  // The service redirects no request: a proxy does, to its own sign-in.
  if (response.type === 'opaqueredirect') throw new ApiError('Http401', { status: 401 })
  const answer = parsed(text)
  if (!response.ok) throw problemOf(response, answer)
  if (!reply && (answer !== undefined || text === '')) return undefined as Reply
  const result = z.safeParse(reply ?? z.never(), answer)
  if (!result.success) throw new ApiError('Unreadable', { status: response.status, cause: result.error })
  return result.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf({ status, headers }: Response, body: unknown) {
  const error = z.safeParse(Problem, body).data?.error
  const retryAfter = waitOf(headers.get('Retry-After'))
  // What the service refuses, it explains; only its faults are in the log.
  const requestId = status >= 500 ? (headers.get('X-Request-Id') ?? undefined) : undefined
  return new ApiError(error?.code ?? `Http${status}`, { status, details: error?.details, retryAfter, requestId })
}

/** `Retry-After` is a number of seconds or a date. */
export function waitOf(value: string | null, now = Date.now()): number | undefined {
  if (!value) return undefined
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
