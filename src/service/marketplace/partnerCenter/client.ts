import { readJob, readProducts, readRows, readToken, type SeenJob, type SeenProduct, type SeenRow } from './answers.ts'
import { type Finding, findingsOf } from './errors.ts'
import { limiter } from './limiter.ts'

export type Credentials = { tenantId: string; clientId: string; clientSecret: string }

type Options = {
  baseUrl: string
  loginUrl: string
  credentials: Credentials
  now: () => Date
  /** Calls in any minute; some are kept for what people ask. */
  callsPerMinute?: number
}

/** Partner Center understood the call and said no. */
export class RefusedError extends Error {
  readonly status: number
  readonly findings: Finding[]
  constructor(status: number, findings: Finding[]) {
    super(findings[0]?.message ?? `Partner Center answered ${status}.`)
    this.status = status
    this.findings = findings
  }
}

/** It did not answer, or not now. `reached`: the call may have got there all the same. */
export class UnavailableError extends Error {
  readonly retryAt: Date | undefined
  readonly reached: boolean
  constructor(message: string, { retryAt, reached = false }: { retryAt?: Date; reached?: boolean } = {}) {
    super(message)
    this.retryAt = retryAt
    this.reached = reached
  }
}

/** The app may not sign in, or has no access: a person has to do something. */
export class AccessError extends Error {}

/** A call that changes something got no clear answer: it may have been applied, so it is never repeated. */
export class UnclearError extends Error {}

/** The newest version of each resource that this program reads and writes. */
const version = { product: '2022-03-01-preview3', other: '2022-03-01-preview2' }
const schema = (type: string) => `https://schema.mp.microsoft.com/schema/${type}/${version.other}`

const lifetime = 50 * 60_000
const patience = { read: 30_000, write: 150_000 }
/** Calls of a minute that only people's acts may use. */
const reserved = 10

export type Push = { guid: string; n?: string; lifecycleState?: 'generallyAvailable' | 'deprecated' }

/** The calls to the Product Ingestion API that the dashboard needs. */
export function partnerCenterClient({ baseUrl, loginUrl, credentials, now, callsPerMinute = 60 }: Options) {
  const limit = limiter(now, callsPerMinute)
  let token: { text: string; until: number } | undefined

  async function signIn(): Promise<string> {
    if (token && now().getTime() < token.until) return token.text
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    })
    const url = `${loginUrl}/${encodeURIComponent(credentials.tenantId)}/oauth2/v2.0/token`
    const answer = await send(url, { method: 'POST', body }, patience.read)
    const text = await textOf(answer)
    if (answer.status >= 500 || answer.status === 429)
      throw new UnavailableError(`The sign-in answered ${answer.status}.`)
    if (!answer.ok) throw new AccessError(`Microsoft refused the sign-in: ${reasonOf(text) ?? answer.status}`)
    const { access_token, expires_in } = readToken(json(text))
    token = { text: access_token, until: now().getTime() + Math.min(lifetime, Math.max(60, expires_in - 300) * 1_000) }
    return access_token
  }

  /** One call with a valid token: a token that is refused is renewed once. */
  async function call(path: string, init: RequestInit = {}): Promise<{ status: number; ok: boolean; body: unknown }> {
    const writes = init.method === 'POST'
    const free = limit.freeAt(writes ? 0 : reserved)
    if (free > now()) throw new UnavailableError('The calls to Partner Center have to wait.', { retryAt: free })
    for (const last of [false, true]) {
      const authorization = `Bearer ${await signIn()}`
      limit.count()
      const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' }
      const answer = await send(addressOf(path), { ...init, headers }, writes ? patience.write : patience.read)
      if (answer.status === 401 && !last) {
        await textOf(answer)
        token = undefined
        continue
      }
      return judge(answer, await textOf(answer))
    }
    throw new AccessError('Partner Center refused a new token.')
  }

  function judge(answer: Response, text: string) {
    if (answer.status === 429 || answer.status === 503) {
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
      const retryAt = limit.refused(Number.isFinite(seconds) && seconds > 0 ? seconds : undefined)
      throw new UnavailableError(`Partner Center answered ${answer.status}.`, {
        retryAt,
        reached: answer.status === 503,
      })
    }
    if (answer.status >= 500) throw new UnavailableError(`Partner Center answered ${answer.status}.`, { reached: true })
    limit.answered()
    if (answer.status === 401 || answer.status === 403)
      throw new AccessError(`Partner Center refuses this app: ${reasonOf(text) ?? answer.status}`)
    return { status: answer.status, ok: answer.ok, body: json(text) }
  }

  /** Every address is on the service that the settings name: the token goes nowhere else. */
  function addressOf(path: string) {
    const url = new URL(/^https?:/.test(path) ? path : `${baseUrl}${path}`)
    if (url.origin !== new URL(baseUrl).origin) throw new UnavailableError('A list continues at another service.')
    return url
  }

  async function read(path: string): Promise<unknown> {
    const { status, ok, body } = await call(path)
    if (!ok) throw new RefusedError(status, findings(body))
    return body
  }

  async function all<T>(first: string, readPage: (body: unknown) => { items: T[]; next?: string }): Promise<T[]> {
    const items: T[] = []
    const seen = new Set<string>()
    for (let path: string | undefined = first; path && !seen.has(path); ) {
      seen.add(path)
      const page: { items: T[]; next?: string } = readPage(await read(path))
      items.push(...page.items)
      path = page.next
    }
    return items
  }

  /** Sends what changes something. Only a clear answer counts as one. */
  async function write(path: string, body: unknown): Promise<SeenJob> {
    let answer: Awaited<ReturnType<typeof call>>
    // Failing before the call is sent is clear: nothing was changed.
    await signIn()
    try {
      answer = await call(path, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) })
    } catch (error) {
      if (error instanceof UnavailableError && error.reached) throw new UnclearError(error.message)
      throw error
    }
    if (!answer.ok) throw new RefusedError(answer.status, findings(answer.body))
    const job = readJob(answer.body)
    if (!job) throw new UnclearError('Partner Center accepted the call and named no job.')
    return job
  }

  return {
    products: (): Promise<SeenProduct[]> => all(`/product?$maxpagesize=200&$version=${version.product}`, readProducts),
    rows: (guid: string): Promise<SeenRow[]> => all(`/submission/${guid}?$version=${version.other}`, readRows),
    job: async (id: string): Promise<SeenJob | undefined> =>
      readJob(await read(`/configure/${encodeURIComponent(id)}/status?$version=${version.other}`)),
    /** Publishes the draft. */
    publish: ({ guid, lifecycleState }: Push) =>
      write(configurePath, configure({ guid, target: 'preview', lifecycleState })),
    /** Takes a preview live, or stops selling. */
    pushLive: ({ guid, n, lifecycleState }: Push) =>
      write(configurePath, configure({ guid, target: 'live', n, lifecycleState })),
    cancel: (id: string) => write(`/configure/${encodeURIComponent(id)}/cancel?$version=${version.other}`, undefined),
    /** When polling may go on. */
    freeAt: () => limit.freeAt(reserved),
  }
}

const configurePath = `/configure?$version=${version.other}`

const configure = ({
  guid,
  target,
  n,
  lifecycleState,
}: {
  guid: string
  target: 'preview' | 'live'
  n?: string | undefined
  lifecycleState?: string | undefined
}) => ({
  $schema: schema('configure'),
  resources: [
    {
      $schema: schema('submission'),
      ...(n && { id: `submission/${guid}/${n}` }),
      product: `product/${guid}`,
      target: { targetType: target },
      ...(lifecycleState && { lifecycleState }),
    },
  ],
})

async function send(url: string | URL, init: RequestInit, time: number): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(time) })
  } catch {
    throw new UnavailableError('Microsoft does not answer.', { reached: true })
  }
}

async function textOf(answer: Response) {
  try {
    return await answer.text()
  } catch {
    throw new UnavailableError('The answer ended too early.', { reached: true })
  }
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

/** What the sign-in or the API says about a refusal, without the numbers meant for Microsoft's support. */
function reasonOf(text: string) {
  const body = json(text)
  if (typeof body !== 'object' || body === null) return undefined
  if ('error_description' in body && typeof body.error_description === 'string')
    return body.error_description.split(/\r?\n| Trace ID/)[0]
  return findings(body)[0]?.message
}
