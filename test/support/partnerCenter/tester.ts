import type { ZodType } from 'zod'
import { partnerCenter } from './fake.ts'
import { ingestionPath } from './ingestion.ts'
import { schemaOf } from './resources.ts'
import {
  ConfigureDetail,
  ConfigureStatus,
  ErrorAnswer,
  ListOf,
  OlderProducts,
  OlderSubmissions,
  PlanResource,
  ProductResource,
  ResourceTree,
  SubmissionResource,
  Token,
  Workflows,
} from './schemas.ts'
import { serve } from './server.ts'

type Options = Omit<Parameters<typeof partnerCenter>[0], 'now'>

/** The form that answers of each address must have. */
const shapes: [pattern: RegExp, shape: ZodType][] = [
  [/^\/product$/, ListOf(ProductResource)],
  [/^\/product\/[^/]+$/, ProductResource],
  [/^\/plan$/, ListOf(PlanResource)],
  [/^\/resource-tree\//, ResourceTree],
  [/^\/submission\/[^/]+$/, ListOf(SubmissionResource)],
  [/^\/submission\/[^/]+\/[^/]+$/, SubmissionResource],
  [/^\/configure$|^\/configure\/[^/]+\/(?:status|cancel)$/, ConfigureStatus],
  [/^\/configure\/[^/]+$/, ConfigureDetail],
  [/\/products$/, OlderProducts],
  [/\/submissions$/, OlderSubmissions],
  [/\/workflowdetails$/, Workflows],
]

/** The fake over HTTP with a clock that only the test moves, and a client that checks the shape of every answer. */
export async function startFake(options: Options = {}) {
  let time = Date.parse('2026-05-11T13:00:00Z')
  const now = () => new Date(time)
  const fake = partnerCenter({ now, ...options })
  const { origin, settings, close } = await serve(fake)
  const tokens = new Map<string, string>()

  async function token(audience = 'https://graph.microsoft.com') {
    const known = tokens.get(audience)
    if (known) return known
    const { tenantId, clientId, clientSecret } = fake.credentials
    const answer = await fetch(`${origin}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${audience}/.default`,
      }),
    })
    const { access_token } = Token.parse(await answer.json())
    tokens.set(audience, access_token)
    return access_token
  }

  async function ask(method: string, path: string, body?: unknown, bearer?: string) {
    const older = path.startsWith('/v1.0')
    const url = new URL(older ? path : `${settings.PARTNER_CENTER_URL}${path}`, origin)
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${bearer ?? (await token(older ? 'https://api.partner.microsoft.com' : undefined))}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    const json = isJson && text ? JSON.parse(text) : undefined
    const resource = url.pathname.replace(ingestionPath, '')
    if (json && answer.ok) shapes.find(([pattern]) => pattern.test(resource))?.[1].parse(json)
    if (json && !answer.ok && !older) ErrorAnswer.parse(json)
    return { status: answer.status, headers: answer.headers, json, text }
  }

  const submission = (guid: string, targetType: 'preview' | 'live', more: object = {}) => ({
    $schema: schemaOf('configure'),
    resources: [{ $schema: schemaOf('submission'), product: `product/${guid}`, target: { targetType }, ...more }],
  })

  return {
    ...fake,
    origin,
    now,
    token,
    ask,
    get: (path: string) => ask('GET', path),
    configure: (...resources: object[]) => ask('POST', '/configure', { $schema: schemaOf('configure'), resources }),
    publish: (guid: string, more?: object) => ask('POST', '/configure', submission(guid, 'preview', more)),
    goLive: (guid: string, n: string, more?: object) =>
      ask('POST', '/configure', submission(guid, 'live', { id: `submission/${guid}/${n}`, ...more })),
    /** The rows besides the draft, as `target status result`. */
    async rows(guid: string) {
      const { json } = await ask('GET', `/submission/${guid}`)
      return json.value
        .slice(1)
        .map(({ target, status, result, lifecycleState }: Record<string, unknown>) =>
          [Object.values(target ?? {}), status, result, lifecycleState === 'deprecated' ? lifecycleState : []]
            .flat()
            .join(' '),
        )
    },
    async number(guid: string): Promise<string> {
      const { json } = await ask('GET', `/submission/${guid}`)
      return json.value.at(-1).id.split('/')[2]
    },
    pass(seconds: number) {
      time += seconds * 1_000
      tokens.clear()
    },
    async [Symbol.asyncDispose]() {
      await close()
    },
  }
}
