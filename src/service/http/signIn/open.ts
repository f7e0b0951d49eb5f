import { readFile } from 'node:fs/promises'
import { type Settings, usable } from '../../settings.ts'
import { openIdProvider } from './provider.ts'
import type { SignIn } from './signIn.ts'

/** Sign-in through the issuer that the settings name; undefined where they name none. The issuer is not asked yet. */
export async function openSignIn(settings: Settings, home: string): Promise<SignIn | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ROLES: rules } = settings
  if (!issuer || !clientId || !rules) return undefined
  const file = settings.OIDC_CLIENT_SECRET_FILE
  const clientSecret = file
    ? (await usable('OIDC_CLIENT_SECRET_FILE', file, (path) => readFile(path, 'utf8'))).trim()
    : (settings.OIDC_CLIENT_SECRET ?? '')
  const { OIDC_SCOPE: scope, OIDC_AUDIENCE: audience } = settings
  return { home, rules, provider: openIdProvider({ issuer, clientId, clientSecret, scope, audience, home }) }
}
