import { readToken } from './answers.ts'
import type { Ending } from './budget.ts'
import { findingsOf } from './errors.ts'
import { AccessError, RefusedError, UnavailableError, UnclearError, WaitError } from './faults.ts'
import type { limiter } from './limiter.ts'
import { outsideText } from './outsideText.ts'

export type Credentials = { tenantId: string; clientId: string; clientSecret: string }

type Options = {
  baseUrl: string
  /** The API that tokens are for: each API takes only its own. */
  audience: string
  loginUrl: string
  credentials: Credentials
  now: () => Date
  limit: ReturnType<typeof limiter>
  /** Whether Partner Center counts as silent when this API is. */
  decides: boolean
}
type Answer = { status: number; ok: boolean; body: unknown }

const lifetime = 50 * 60_000
const patience = { read: 30_000, write: 150_000 }
/** Calls of a minute that only people's acts may use. */
const reserved = 10

/** Calls to one of Microsoft's APIs with a valid token, within the account's budget. */
export function connection({ baseUrl, audience, loginUrl, credentials, now, limit, decides }: Options) {
  let token: { text: string; until: number } | undefined

  /** The older API's answers do not count for the account, unless it asks to slow down. */
  const learn = (id: string, ending: Ending) => limit.end(id, decides || ending.answer === 'throttled' ? ending : {})

  async function signIn(): Promise<string> {
    if (token && now().getTime() < token.until) return token.text
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      scope: `${audience}/.default`,
    })
    const url = `${loginUrl}/${encodeURIComponent(credentials.tenantId)}/oauth2/v2.0/token`
    const { status, ok, text } = await send(url, { method: 'POST', body }, patience.read).catch(async (error) => {
      await learn('', { answer: 'silent' })
      throw error
    })
    if (status >= 500 || status === 429) {
      await learn('', { answer: 'silent', ...(decides && { wait: true }) })
      throw new UnavailableError(`The sign-in answered ${status}.`)
    }
    if (!ok) {
      await learn('', { answer: 'noAccess', ...(decides && { wait: true }) })
      throw new AccessError(`Microsoft refused the sign-in: ${reasonOf(text) ?? status}`)
    }
    const granted = readToken(json(text))
    if (!granted) throw new UnavailableError('The sign-in answered without a token.')
    const seconds = Math.max(60, granted.expires_in - 300)
    token = { text: granted.access_token, until: now().getTime() + Math.min(lifetime, seconds * 1_000) }
    return granted.access_token
  }

  /** One call: a refused token is renewed once. `urgent`: a person waits for it. */
  async function call(path: string, { urgent = false, ...init }: RequestInit & { urgent?: boolean }): Promise<Answer> {
    const url = addressOf(path)
    const longest = init.method ? patience.write : patience.read
    for (const last of [false, true]) {
      const authorization = `Bearer ${await signIn()}`
      const slot = await limit.begin(longest, urgent ? 0 : reserved)
      if ('freeAt' in slot) throw new WaitError(slot.freeAt)
      const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' }
      const answer = await send(url, { ...init, headers }, longest).catch(async (error) => {
        await learn(slot.id, { answer: 'silent' })
        throw error
      })
      const renews = answer.status === 401 && !last
      await learn(slot.id, renews ? {} : endingOf(answer))
      if (!renews) return judge(answer)
      token = undefined
    }
    throw new AccessError('Partner Center refused a new token.')
  }

  /** The token is sent only to the service that the settings name. */
  function addressOf(path: string) {
    const url = new URL(/^https?:/.test(path) ? path : `${baseUrl}${path}`)
    if (url.origin !== new URL(baseUrl).origin) throw new UnavailableError('A list continues at another service.')
    return url
  }

  return {
    async read(path: string, urgent = false): Promise<unknown> {
      const { status, ok, body } = await call(path, { urgent })
      if (!ok) throw new RefusedError(status, findings(body))
      return body
    },

    /** Sends what changes something. Throws `UnclearError` when it may have been applied without an answer. */
    async write(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
      // A failure before the call is sent is clear: nothing was changed.
      await signIn()
      const content = body !== undefined && { body: JSON.stringify(body) }
      const answer = await call(path, { method, urgent: true, ...content }).catch((error) => {
        throw error instanceof UnavailableError && error.reached ? new UnclearError(error.message) : error
      })
      if (!answer.ok) throw new RefusedError(answer.status, findings(answer.body))
      return answer.body
    },
    /** When polling may go on. */
    freeAt: () => limit.freeAt(reserved),
  }
}

type Sent = { status: number; ok: boolean; text: string; retryAfter: number | undefined }

async function send(url: string | URL, init: RequestInit, time: number): Promise<Sent> {
  const refuse = (message: string) => (): never => {
    throw new UnavailableError(message, { reached: true })
  }
  const signal = AbortSignal.timeout(time)
  const answer = await fetch(url, { ...init, redirect: 'manual', signal }).catch(refuse('Microsoft does not answer.'))
  const text = await textOf(answer).catch(refuse('The answer ended too early, or is too long.'))
  return { status: answer.status, ok: answer.ok, text, retryAfter: secondsIn(answer.headers) }
}

/** Resource trees have some hundred KB. */
const longestAnswer = 20_000_000

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) throw new Error('The answer is too long.')
  }
  return text + decoder.decode()
}

/** Seconds to wait, at most an hour; the header has a number, or a time by Microsoft's own clock. */
function secondsIn(headers: Headers): number | undefined {
  const wait = headers.get('retry-after') ?? ''
  const seconds = /^\d+$/.test(wait) ? Number(wait) : (Date.parse(wait) - Date.parse(headers.get('date') ?? '')) / 1_000
  return seconds > 0 ? Math.min(3_600, Math.ceil(seconds)) : undefined
}

function endingOf({ status, retryAfter }: Sent): Ending {
  const pause = { wait: true as const, ...(retryAfter && { seconds: retryAfter }) }
  if (status === 429) return { answer: 'throttled', ...pause }
  if (status === 503) return { answer: 'silent', ...pause }
  if (status === 401) return { answer: 'noAccess', ...pause }
  if (status === 403) return { answer: 'noAccess' }
  return { answer: status >= 500 ? 'silent' : 'answered' }
}

function judge({ status, ok, text }: Sent): Answer {
  if (status === 429 || status >= 500)
    throw new UnavailableError(`Partner Center answered ${status}.`, { reached: status !== 429 })
  if (status === 401 || status === 403)
    throw new AccessError(`Partner Center refuses this app: ${reasonOf(text) ?? status}`)
  return { status, ok, body: json(text) }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const findings = (body: unknown) =>
  findingsOf(typeof body === 'object' && body !== null && 'error' in body ? body.error : body)

/** The reason of a refusal, without the numbers for Microsoft's support. */
function reasonOf(text: string) {
  const body = json(text)
  if (typeof body !== 'object' || body === null) return undefined
  if ('error_description' in body && typeof body.error_description === 'string')
    return outsideText(body.error_description.split(/\r?\n| Trace ID/)[0]!, 500)
  return findings(body)[0]?.message
}
