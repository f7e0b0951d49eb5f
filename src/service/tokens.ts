import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from './settings.ts'
import { apiAccount, operatorAccount } from './store/accounts.ts'

export const operatorTokenFile = 'operator-token'
const apiTokenFile = 'api-token'

/**
 * The bearer tokens of this machine's tools, created on first use and readable by their owner only. Where people sign in,
 * no file opens every publisher.
 */
export const localTokens = (directory: string, isLocal = true): ReadonlyMap<string, string> =>
  new Map([
    ...(isLocal ? [[tokenIn(directory, apiTokenFile), apiAccount] as const] : []),
    [tokenIn(directory, operatorTokenFile), operatorAccount] as const,
  ])

/** The key that secrets of webhooks are encrypted with, where no setting gives one: it is in no backup of the database. */
export const webhookKeyIn = (directory: string) => tokenIn(directory, 'webhook-key')

function tokenIn(directory: string, name: string) {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, name)
  if (!existsSync(file)) createOnce(file, `${randomBytes(32).toString('base64url')}\n`)
  const token = readFileSync(file, 'utf8').trim()
  if (!token) throw new SettingsError(`${file} is empty. Remove it, and the next start makes a new token.`)
  return token
}

/** The file appears complete or not at all; when several processes start at the same time, the first one's stays. */
function createOnce(file: string, text: string) {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
