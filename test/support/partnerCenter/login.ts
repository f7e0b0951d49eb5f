import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { Refused } from './errors.ts'
import type { Switches } from './switches.ts'

export type Credentials = { tenantId: string; clientId: string; clientSecret: string }

export const graphAudience = 'https://graph.microsoft.com'
export const olderAudience = 'https://api.partner.microsoft.com'
const audiences = [graphAudience, olderAudience]

/** The sign-in of an app by its secret, in the current and the former version, and the tokens it issued. */
export function login({ tenantId, clientId, clientSecret }: Credentials, now: () => Date, switches: Switches) {
  const tokens = new Map<string, { audience: string; expires: number }>()

  function answer(form: Record<string, unknown>, audience: string) {
    const failure = (error: string, text: string) => ({ error, error_description: text })
    if (form.grant_type !== 'client_credentials')
      return {
        status: 400,
        body: failure('unsupported_grant_type', 'AADSTS70003: The grant type is not supported.'),
      } as const
    if (form.client_id !== clientId)
      return { status: 400, body: failure('unauthorized_client', 'AADSTS700016: Application was not found.') } as const
    if (form.client_secret !== clientSecret)
      return { status: 401, body: failure('invalid_client', 'AADSTS7000215: Invalid client secret provided.') } as const
    if (!audiences.includes(audience))
      return { status: 400, body: failure('invalid_resource', 'AADSTS500011: The resource was not found.') } as const
    const token = `eyJ.${randomUUID()}`
    tokens.set(token, { audience, expires: now().getTime() + switches.tokenLifetime * 1_000 })
    const lifetime = switches.tokenLifetime
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: token },
    } as const
  }

  const app = new Hono()
    .get(`/${tenantId}/v2.0/.well-known/openid-configuration`, (c) => {
      const { origin } = new URL(c.req.url)
      return c.json({
        issuer: `${origin}/${tenantId}/v2.0`,
        token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
        authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
      })
    })
    .post(`/${tenantId}/oauth2/v2.0/token`, async (c) => {
      const form = await c.req.parseBody()
      const { status, body } = answer(form, String(form.scope).replace(/\/\.default$/, ''))
      return c.json(body, status)
    })
    .post(`/${tenantId}/oauth2/token`, async (c) => {
      const form = await c.req.parseBody()
      const audience = String(form.resource).replace(/\/$/, '')
      const { status, body } = answer(form, audience)
      if (status !== 200) return c.json(body, status)
      const seconds = Math.floor(now().getTime() / 1_000)
      return c.json({
        token_type: 'Bearer',
        expires_in: String(body.expires_in),
        ext_expires_in: String(body.ext_expires_in),
        expires_on: String(seconds + body.expires_in),
        not_before: String(seconds),
        resource: audience,
        access_token: body.access_token,
      })
    })

  /** Refuses a call without a token that is valid for this audience. */
  function authorize(header: string | undefined, audience: string) {
    const known = tokens.get(header?.replace(/^Bearer /, '') ?? '')
    const unauthorized = (message: string) => new Refused(401, { code: 'unauthorized', message })
    if (!known) throw unauthorized('Access token is missing or malformed.')
    if (known.audience !== audience) throw unauthorized('Access token validation failure. Invalid audience.')
    if (known.expires <= now().getTime()) throw unauthorized('Lifetime validation failed, the token is expired.')
    if (switches.role === 'notAdded')
      throw new Refused(403, { code: 'forbidden', message: 'The app has no access to this account.' })
  }

  return { app, authorize, forget: () => tokens.clear() }
}
