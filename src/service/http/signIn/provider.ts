import { createRemoteJWKSet, errors, type JWTPayload, customFetch as joseFetch, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import type { Claims } from '../../roleRules.ts'

export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** The audience of access tokens for this service; without it none is accepted. */
  audience?: string | undefined
  /** The address of the dashboard, without a slash at the end. */
  home: string
}

/** What was sent to the issuer with a browser, and has to come back. */
export type Expected = { state: string; nonce: string; verifier: string }

/** Seconds by which the clocks of issuer and service may differ. */
const clockTolerance = 60
/** Seconds that the issuer has for an answer. */
const patience = 10

/** The issuer does not answer, so nothing is known about the person; anything else is a refusal. */
export class ProviderAway extends Error {
  constructor(cause: unknown) {
    super(`The sign-in issuer does not answer: ${cause instanceof Error ? reasonOf(cause) : 'no reason is known'}`)
  }
}

/** Never the whole error: it can hold what was sent or received. */
export const reasonOf = (error: Error): string =>
  [error.message, error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': ')

/** An OpenID Connect issuer, asked for its description when it is first needed. */
export function openIdProvider({ issuer, clientId, clientSecret, scope, audience, home }: ProviderSettings) {
  const callback = `${home}/sign-in/callback`
  const isLocal = new URL(issuer).protocol === 'http:'

  let known: ReturnType<typeof discover> | undefined
  /** A failure is forgotten, so that the next sign-in asks again. */
  const configuration = () => {
    known ??= discover().catch((error) => {
      known = undefined
      throw new ProviderAway(error)
    })
    return known
  }

  async function discover() {
    const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: clockTolerance }
    const execute = [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])]
    const config = await oidc.discovery(new URL(issuer), clientId, metadata, undefined, { execute, timeout: patience })
    const keysAt = config.serverMetadata().jwks_uri
    if (!keysAt) throw new Error('it names no keys')
    const keys = createRemoteJWKSet(new URL(keysAt), {
      timeoutDuration: patience * 1000,
      [joseFetch]: (...request) => fetch(...request).catch((error: unknown) => Promise.reject(new ProviderAway(error))),
    })
    return { config, keys }
  }

  /** The claims of a token that the issuer signed for `audience`; undefined when anything about it is wrong. */
  async function verified(token: string, audience: string, now: Date): Promise<JWTPayload | undefined> {
    const { config, keys } = await configuration()
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: config.serverMetadata().issuer,
        audience,
        // Never a shared secret: whoever can check such a token can also make one.
        algorithms: [
          'RS256',
          'RS384',
          'RS512',
          'PS256',
          'PS384',
          'PS512',
          'ES256',
          'ES384',
          'ES512',
          'EdDSA',
          'Ed25519',
        ],
        clockTolerance,
        currentDate: now,
        requiredClaims: ['exp', 'iat'],
      })
      return payload
    } catch (error) {
      if (error instanceof ProviderAway) throw error
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw new ProviderAway(error)
      return undefined
    }
  }

  return {
    issuer,

    /** Where the browser goes to sign in, and what has to come back from there. */
    async begin(asAnother: boolean): Promise<Expected & { address: string }> {
      const { config } = await configuration()
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(asAnother && { prompt: 'login' }),
      })
      return { address: address.href, state, nonce, verifier }
    },

    /** The claims of the person who came back with this query. The tokens of the issuer are not kept. */
    async finish(query: string, { state, nonce, verifier }: Expected): Promise<Claims & { sub: string }> {
      const { config } = await configuration()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${callback}${query}`), checks)
        const claims = tokens.claims()
        if (!claims) throw new Error('the issuer sent no ID token')
        // Many issuers tell names and groups only there.
        const more = config.serverMetadata().userinfo_endpoint
          ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
          : {}
        return { ...more, ...claims }
      } catch (error) {
        throw isAway(error) ? new ProviderAway(error) : error
      }
    },

    /** The claims of an access token for this service. */
    async accessToken(token: string, now: Date): Promise<(Claims & { sub: string; exp: number }) | undefined> {
      const claims = audience === undefined ? undefined : await verified(token, audience, now)
      const { sub, exp } = claims ?? {}
      // An ID token says who signed in to this service: it is no permission to call it.
      if (!claims || !sub || exp === undefined || 'nonce' in claims) return undefined
      return { ...claims, sub, exp }
    },

    /** What ended at the issuer: one session, or all sessions of a person. */
    async loggedOut(token: string, now: Date): Promise<{ session?: string; subject?: string } | undefined> {
      const claims = await verified(token, clientId, now)
      if (!claims || 'nonce' in claims || now.getTime() / 1000 - claims.iat! > 5 * clockTolerance) return undefined
      const { sid, sub, events } = claims
      const isLogout = typeof events === 'object' && events !== null && logoutEvent in events
      if (!isLogout || (typeof sid !== 'string' && !sub)) return undefined
      return typeof sid === 'string' ? { session: sid } : { subject: sub! }
    },

    /** Where the browser goes to end the issuer's own session too. */
    async endSession(): Promise<string> {
      const signedOut = `${home}/signed-out`
      const { config } = await configuration()
      if (!config.serverMetadata().end_session_endpoint) return signedOut
      return oidc.buildEndSessionUrl(config, { client_id: clientId, post_logout_redirect_uri: signedOut }).href
    },
  }
}

export type Provider = ReturnType<typeof openIdProvider>

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** The network failed, or the issuer answered with a fault of its own. */
const isAway = (error: unknown) =>
  error instanceof TypeError ||
  (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name)) ||
  (error instanceof oidc.ResponseBodyError && error.status >= 500) ||
  (error instanceof oidc.ClientError && error.cause instanceof Response && error.cause.status >= 500) ||
  (error instanceof oidc.ClientError && ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(error.code ?? ''))
