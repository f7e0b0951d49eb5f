import { readFile } from 'node:fs/promises'
import { type Settings, SettingsError, usable } from '../../settings.ts'
import type { Database } from '../../store/database.ts'
import { partnerCenterClient } from './client.ts'
import { discover } from './discover.ts'
import { AccessError } from './faults.ts'
import type { BudgetStore } from './limiter.ts'
import { partnerCenter } from './marketplace.ts'
import { sharedBudget } from './sharedBudget.ts'

type Options = { settings: Settings; db: Database; now: () => Date; log: (error: Error) => void }

/** The client of the account in the settings; undefined when they name none. */
export async function clientOf(settings: Settings, now: () => Date, budget?: BudgetStore) {
  const { PARTNER_CENTER_TENANT_ID: tenantId, PARTNER_CENTER_CLIENT_ID: clientId } = settings
  if (!tenantId || !clientId) return undefined
  const file = settings.PARTNER_CENTER_CLIENT_SECRET_FILE
  const clientSecret = file
    ? (await usable('PARTNER_CENTER_CLIENT_SECRET_FILE', file, (path) => readFile(path, 'utf8'))).trim()
    : (settings.PARTNER_CENTER_CLIENT_SECRET ?? '')
  return partnerCenterClient({
    baseUrl: settings.PARTNER_CENTER_URL,
    loginUrl: settings.PARTNER_CENTER_LOGIN_URL,
    credentials: { tenantId, clientId, clientSecret },
    now,
    olderUrl: settings.PARTNER_CENTER_V1 === '1' ? settings.PARTNER_CENTER_V1_URL : undefined,
    ...(budget && { budget }),
  })
}

/** Each replica tries every half hour; one of them reads the list. */
const listInterval = 25 * 60_000

/** A refusal as a sentence that says what a person has to do. */
export const refusedAccess = ({ message }: AccessError) =>
  new SettingsError(
    `${message}\nCheck the PARTNER_CENTER_ settings; in Partner Center, check under Account settings, User management, Microsoft Entra applications that the app has the role Manager, and that its secret has not expired.`,
  )

/**
 * Signs in and adds the account's offers; undefined without an account. Only a refusal ends the start: while Partner
 * Center does not answer, the dashboard shows the last known state.
 */
export async function openPartnerCenter({ settings, db, now, log }: Options) {
  const client = await clientOf(settings, now, sharedBudget(db))
  if (!client) return undefined
  const publisherId = settings.PARTNER_CENTER_PUBLISHER
  await discover(db, client, publisherId, now()).catch((error) => {
    if (error instanceof AccessError) throw refusedAccess(error)
    log(error)
  })
  return {
    marketplace: partnerCenter({ db, client, publisherId, random: Math.random, log }),
    discover: async () => ((await client.claimList(listInterval)) ? discover(db, client, publisherId, now()) : 0),
  }
}
