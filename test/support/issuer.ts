import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import type { Deps } from '../../src/service/http/deps.ts'
import { openIdProvider } from '../../src/service/http/signIn/provider.ts'
import { parseRoleRules } from '../../src/service/roleRules.ts'

type Person = { email: string; name: string; groups: string[]; email_verified?: boolean }
type TokenAnswer = { id_token: string }

export const clientId = 'dashboard'
export const clientSecret = 'the-secret-of-the-dashboard'
export const audience = 'https://dashboard.example/api'
const minute = 60_000

export const rules = `
  groups=Contoso Owners contoso/owner
  groups=Contoso Readers contoso/reader
  groups=publisher-{publisher}-contributors {publisher}/contributor
  groups=Support */reader
  groups=Tools fabrikam/contributor
  groups=Marketplace operator`

let keys = 0
async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: `key-${++keys}`, alg: 'RS256', use: 'sig' }
}

type Options = {
  /** Where the dashboard is. */
  home?: string
  /** Its own address, where a proxy with TLS stands before it. */
  address?: string | undefined
  host?: string
  port?: number
}

/** A real OpenID Connect provider on a port of its own, with people who press one button to sign in. */
export async function startIssuer({ home = 'http://localhost', address, host = '127.0.0.1', port = 0 }: Options = {}) {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(port, host, ready))
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = address ?? local
  const people = new Map<string, Person>([
    ['ada', { name: 'Ada Byron', email: 'ada@contoso.com', email_verified: true, groups: ['Contoso Owners'] }],
    ['rui', { name: 'Rui Costa', email: 'rui@contoso.com', email_verified: true, groups: ['Contoso Readers'] }],
    ['eve', { name: 'Eve Doe', email: 'eve@example.com', email_verified: true, groups: [] }],
  ])
  let key = await newKey()
  const state = {
    /** Who presses the button. */
    person: 'ada',
    /** Refuses connections. */
    away: false,
    /** Where it tells of a logout: the service in this process. */
    tell: (request: Request): Response | Promise<Response> => fetch(request),
    /** Changes the answer of the token endpoint. */
    spoil: undefined as ((answer: TokenAnswer) => Promise<TokenAnswer>) | undefined,
  }

  let provider = newProvider()
  function newProvider() {
    const made = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [`${home}/sign-in/callback`],
          post_logout_redirect_uris: [`${home}/signed-out`],
          backchannel_logout_uri: `${home}/sign-in/logout`,
          backchannel_logout_session_required: true,
        },
        {
          client_id: 'tool',
          client_secret: 'the-secret-of-the-tool',
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['a key of the cookies'] },
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      findAccount: (_, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...people.get(id) }),
      }),
      fetch: (address, init) => {
        const request = new Request(address, init)
        return Promise.resolve(request.url.startsWith(home) ? state.tell(request) : fetch(request))
      },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! })
        grant.addOIDCScope('openid profile email')
        await grant.save()
        return grant
      },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        clientCredentials: { enabled: true },
        rpInitiatedLogout: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({
            scope: 'api',
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
      extraTokenClaims: () => ({ groups: ['Tools'] }),
      ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
    })
    made.proxy = address !== undefined
    return made
  }

  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    if (state.away) return void request.socket.destroy()
    if (path.startsWith('/interaction/')) {
      if (request.method === 'POST') {
        await text(request)
        return provider.interactionFinished(request, response, { login: { accountId: state.person } })
      }
      response.setHeader('content-type', 'text/html')
      return void response.end('<title>Contoso sign-in</title><form method="post"><button>Sign in</button></form>')
    }
    const { spoil } = state
    if (spoil && path === '/token') {
      const { end } = response
      Object.assign(response, {
        end: (body: string | Buffer) => {
          void spoil(JSON.parse(String(body))).then((answer) => {
            response.removeHeader('content-length')
            end.call(response, JSON.stringify(answer), 'utf8')
          })
          return response
        },
      })
    }
    return provider.callback()(request, response)
  })

  const sign = (claims: JWTPayload, header: { typ?: string; kid?: string } = {}, by = key) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by.kid!, ...header }).sign(by)

  return Object.assign(state, {
    issuer,
    /** Where a proxy before it finds it. */
    local,
    people,
    sign,
    newKey,
    /** Asks the next person for their name again. */
    endSessions() {
      provider = newProvider()
    },
    /** New keys, as an issuer changes them now and then. */
    async rotateKeys() {
      key = await newKey()
      provider = newProvider()
    },
    /** A tool's access token for the service. */
    async tokenOfTool(): Promise<string> {
      const answer = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('tool:the-secret-of-the-tool')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope: 'api' }),
      })
      return (await answer.json()).access_token
    },
    /** What a service needs to sign people in here. */
    deps: (): Partial<Deps> => ({
      demoAccount: undefined,
      sessionLife: { idle: 120 * minute, absolute: 720 * minute },
      hosts: [new URL(home).hostname],
      signIn: {
        home,
        rules: parseRoleRules(rules)!,
        provider: openIdProvider({ issuer, clientId, clientSecret, scope: 'openid profile email', audience, home }),
      },
    }),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  })
}
export type Issuer = Awaited<ReturnType<typeof startIssuer>>
