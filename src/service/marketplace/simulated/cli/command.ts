import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OfferList, OfferRow } from '../../../../contract/offerList.ts'
import { PendingDecisions } from '../../../../contract/operator.ts'
import { Problem } from '../../../../contract/problems.ts'
import { readSettings, type Settings, SettingsError } from '../../../settings.ts'
import { operatorTokenFile } from '../../../tokens.ts'
import { commands, helpOf, helpOfAll } from './help.ts'

/** `npm run marketplace`: the actions of an operator of the marketplace, through the service's own API. */

/** An error shown as one sentence without a stack. Exit code 2: invalid arguments; 1: the action failed. */
class CommandError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}
const wrong = (message: string) => new CommandError(`${message} See npm run marketplace -- --help`, 2)

const options = {
  help: { type: 'boolean', short: 'h' },
  reason: { type: 'string' },
  issue: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  page: { type: 'string' },
} as const

function readWords(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values, positionals }
  } catch (error) {
    throw wrong(`${(error as Error).message.split('. ')[0]}.`)
  }
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readWords(args)
  const [name, publisherId, offerId, ...more] = positionals
  if (name === undefined) {
    if (values.help) return say(helpOfAll)
    throw wrong('Say what to do.')
  }
  if (name === 'check') return say(await checked())
  const command = commands.find((one) => one.name === name)
  if (!command) throw wrong(`There is no command ${name}.`)
  if (values.help) return say(helpOf(command))
  for (const option of ['reason', 'issue', 'all', 'page'] as const)
    if (values[option] !== undefined && !command.options.includes(option)) throw wrong(`${name} takes no --${option}.`)

  const settings = settingsOf(process.env)
  if (command.name === 'list') {
    if (publisherId !== undefined) throw wrong('list takes no offer.')
    return say(await (values.all ? allOffers : waiting)(settings, values.page ?? '1'))
  }
  if (!publisherId || !offerId || more.length > 0) throw wrong(`${name} takes a publisher's ID and an offer's ID.`)
  const body = {
    ...(values.reason && { reason: values.reason }),
    ...(values.issue && { issues: values.issue.map(issue) }),
  }
  if (name === 'reject' && !body.reason && !body.issues) throw wrong('reject needs --issue or --reason.')
  const address = `publishers/${encodeURIComponent(publisherId)}/offers/${encodeURIComponent(offerId)}/${name}`
  const offer = OfferRow.parse(await ask(settings, address, { method: 'POST', body: JSON.stringify(body) }))
  say(`${command.done}: ${offer.name} (${publisherId}/${offerId}). ${stateOf(offer)}`)
}

/** Looks at Partner Center itself, not at the service. The other commands start faster without its code. */
async function checked() {
  const { check } = await import('../../partnerCenter/check.ts')
  try {
    return await check(process.env, () => new Date())
  } catch (error) {
    throw error instanceof SettingsError ? new CommandError(error.message, 1) : error
  }
}

function settingsOf(environment: Record<string, string | undefined>): Settings {
  try {
    return readSettings(environment)
  } catch (error) {
    throw error instanceof SettingsError ? new CommandError(error.message, 2) : error
  }
}

function issue(text: string) {
  const [, title, link] = /^(.+?)=(https?:\/\/\S+)$/i.exec(text) ?? []
  if (!title || !link) throw wrong(`--issue ${JSON.stringify(text)} is not of the form "title=https://address".`)
  return { title, link }
}

const stateOf = ({ indicator, step }: OfferRow) => `It is now ${indicator}${step ? ` at ${step.stepName}` : ''}.`

async function waiting(settings: Settings, page: string) {
  const { items, total } = PendingDecisions.parse(await ask(settings, `decisions?page=${encodeURIComponent(page)}`))
  const lines = items.map(
    ({ publisherId, offerId, name, step, held }) =>
      `${publisherId} ${offerId}\n    ${name}: ${step.stepName} since ${step.startedTime}${held ? ' (held)' : ''}`,
  )
  return [...lines, total === 1 ? '1 offer waits for a decision.' : `${total} offers wait for a decision.`].join('\n')
}

async function allOffers(settings: Settings, page: string) {
  const address = `offers?sort=name&page=${encodeURIComponent(page)}`
  const { items, total } = OfferList.parse(await ask(settings, address))
  const lines = items.map((row) => `${row.publisherId} ${row.offerId}\n    ${row.name}: ${stateOf(row)}`)
  return [...lines, `${total} offers in all.`].join('\n')
}

async function ask({ HOST, PORT, DATA_DIR }: Settings, address: string, init: RequestInit = {}): Promise<unknown> {
  const origin = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
  const headers = { authorization: `Bearer ${tokenIn(DATA_DIR)}`, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/portal/marketplace/${address}`, { ...init, headers }).catch(() => {
    throw new CommandError(`No service answers at ${origin}. Start it with npm start, or set PORT and HOST.`, 1)
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return body
  const { data } = Problem.safeParse(body)
  const details = data?.error.details?.map(({ target, message }) => `${target ? `${target}: ` : ''}${message}`) ?? []
  const sentences = [data?.error.message ?? `The service answered ${answer.status}.`, ...details]
  throw new CommandError(sentences.join('\n  '), answer.status === 400 ? 2 : 1)
}

function tokenIn(directory: string) {
  const file = join(directory, operatorTokenFile)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new CommandError(`There is no operator's token in ${file}. Start the service once, or set DATA_DIR.`, 1)
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof CommandError ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exitCode = error instanceof CommandError ? error.exitCode : 1
})
