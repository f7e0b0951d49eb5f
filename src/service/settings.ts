import { z } from 'zod'
import { parseRoleRules, type RoleRule } from './roleRules.ts'

const loopback = ['127.0.0.1', '::1', 'localhost']

const portNumber = 'must be a port number'
/** Credentials in an address are percent-encoded, such as `%25` for `%`. */
const isEscaped = (address: string) => {
  try {
    return Boolean(decodeURIComponent(address))
  } catch {
    return false
  }
}
const escapes = 'has a % that begins no escape: write %25 for %'
/** Without an issuer the dashboard signs everyone in, so a public address would make everyone an owner. */
const isOfThisMachine = (address: string) => loopback.includes(new URL(address).hostname.replace(/^\[|\]$/g, ''))
const isPlain = (address: string) => {
  const { username, password, search, hash } = new URL(address)
  return !(username || password || search || hash)
}

/** Tokens and secrets cross only encrypted connections, or none that leave this machine. */
const isSafe = (address: string) => new URL(address).protocol === 'https:' || isOfThisMachine(address)
const address = z
  .url({ protocol: /^https?$/, error: 'must be an https:// address', abort: true })
  .refine(isPlain, { error: 'must have neither user, password, query nor fragment', abort: true })
  .refine(isSafe, `must be an https:// address, or lead to ${loopback.join(', ')}`)
const service = address.transform((text) => text.replace(/\/+$/, ''))
const isContact = (address: string) => {
  const { protocol, username, password, pathname } = new URL(address)
  return protocol === 'mailto:' ? pathname.includes('@') : !(username || password)
}

const proxies = 'must be a number of proxies, 0 to 10'
const rate = 'must be a number, 1 to 1000000'
const minutes = 'must be a number of minutes, 5 to 1440'
const hours = 'must be a number of hours, 1 to 168'
const share = 'must be a share, 0 to 1'
const drain = 'must be a number of seconds, 0 to 300'
const seconds = 'must be a number of seconds, 0.05 to 86400'

const Settings = z
  .object({
    PORT: z.coerce.number(portNumber).int(portNumber).min(0, portNumber).max(65_535, portNumber).default(4280),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
      .refine(isEscaped, escapes)
      .optional(),
    /** Whether an empty database gets demonstration offers; unset: unless there is Partner Center. */
    DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
    /** Seconds an automated step takes on average. */
    MARKETPLACE_PACE: z.coerce.number(seconds).min(0.05, seconds).max(86_400, seconds).default(15),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
      .refine(isEscaped, escapes)
      .optional(),
    /** The sender's address in notifications. */
    MAIL_FROM: z.email('must be an e-mail address').optional(),
    /** Where publishers ask for support: a mail address, or the address of a form. */
    SUPPORT_URL: z
      .url({ protocol: /^(mailto|https)$/, error: 'must be a mailto: or https:// address', abort: true })
      .refine(isContact, 'must name a mailbox or a form, and neither user nor password')
      .optional(),
    /** The base of links in notifications. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address', abort: true })
      .refine(isPlain, { error: 'must have neither user, password, query nor fragment', abort: true })
      .optional(),
    /** The app that signs in to Partner Center: all three, or none. */
    PARTNER_CENTER_TENANT_ID: z.string().optional(),
    PARTNER_CENTER_CLIENT_ID: z.string().optional(),
    PARTNER_CENTER_CLIENT_SECRET: z.string().optional(),
    /** A file that holds the secret instead. */
    PARTNER_CENTER_CLIENT_SECRET_FILE: z.string().optional(),
    PARTNER_CENTER_URL: service.default('https://graph.microsoft.com/rp/product-ingestion'),
    PARTNER_CENTER_LOGIN_URL: service.default('https://login.microsoftonline.com'),
    /** Whether the older API is asked for the names of steps. */
    PARTNER_CENTER_V1: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
    PARTNER_CENTER_V1_URL: service.default('https://api.partner.microsoft.com/v1.0/ingestion'),
    /** The publisher's ID at whose side the account's offers appear. */
    PARTNER_CENTER_PUBLISHER: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/, 'must be 3 to 50 lowercase letters, digits and hyphens')
      .default('partner-center'),
    /** How many reverse proxies of one's own stand before the service. */
    TRUST_PROXY: z.coerce.number(proxies).int(proxies).min(0, proxies).max(10, proxies).default(0),
    /** What an account may change, and what an address may try to sign in, in a minute. */
    WRITES_PER_MINUTE: z.coerce.number(rate).int(rate).min(1, rate).max(1_000_000, rate).default(1200),
    SIGN_INS_PER_MINUTE: z.coerce.number(rate).int(rate).min(1, rate).max(1_000_000, rate).default(120),
    /** What the secrets of webhooks are encrypted with; without it, a file in DATA_DIR has the key of a SQLite database. */
    WEBHOOK_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
    WEBHOOK_KEY_FILE: z.string().optional(),
    /** Whether webhooks may lead into private networks, and to http:// addresses. */
    WEBHOOK_PRIVATE_ADDRESSES: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
    LOG_LEVEL: z.enum(['silent', 'error', 'info', 'debug'], 'must be silent, error, info or debug').default('info'),
    /** Where metrics are read: never on the port of the page. */
    METRICS_PORT: z.coerce.number(portNumber).int(portNumber).min(0, portNumber).max(65_535, portNumber).optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    /** The collector that gets traces over OTLP; its headers can hold a key. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address', abort: true })
      .refine(isPlain, { error: 'must have neither user, password, query nor fragment', abort: true })
      .optional(),
    OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
    /** The share of traces that are kept. */
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number(share).min(0, share).max(1, share).default(1),
    /** How long the service says that it is not ready before it accepts no more requests. */
    DRAIN_SECONDS: z.coerce.number(drain).min(0, drain).max(300, drain).default(0),
    LOG_FORMAT: z.enum(['text', 'json'], 'must be text or json').default('text'),
    /** Where people sign in; without it the dashboard is for this machine alone, and signs everyone in. */
    OIDC_ISSUER: address.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** A file that holds the secret instead. */
    OIDC_CLIENT_SECRET_FILE: z.string().optional(),
    OIDC_SCOPE: z
      .string()
      .regex(/^(?:\S+ )*openid(?: \S+)*$/, 'must be scopes separated by spaces, with openid among them')
      .default('openid profile email'),
    /** The audience of access tokens that tools get from the issuer; without it none is accepted. */
    OIDC_AUDIENCE: z.string().optional(),
    /** Which claims lead to which role at which publisher. */
    OIDC_ROLES: z
      .string()
      .transform((text, { addIssue, value }): RoleRule[] => {
        const rules = parseRoleRules(text)
        if (!rules)
          addIssue({ code: 'custom', message: 'must be rules such as groups=Admins contoso/owner', input: value })
        return rules ?? []
      })
      .optional(),
    /** After which time without use a session ends, and after which time at the latest. */
    SESSION_IDLE_MINUTES: z.coerce.number(minutes).int(minutes).min(5, minutes).max(1440, minutes).default(120),
    SESSION_HOURS: z.coerce.number(hours).int(hours).min(1, hours).max(168, hours).default(12),
  })
  .check(({ value, issues }) => {
    const sentence = (name: string, message: string) =>
      issues.push({ code: 'custom', path: [name], message, input: undefined })
    if (!value.OIDC_ISSUER) {
      if (!loopback.includes(value.HOST))
        sentence(
          'HOST',
          `must be one of ${loopback.join(', ')}: without sign-in the dashboard is served to this machine alone`,
        )
      if (value.PUBLIC_URL && !isOfThisMachine(value.PUBLIC_URL))
        sentence(
          'PUBLIC_URL',
          `must lead to ${loopback.join(', ')}: without sign-in the dashboard is for this machine alone`,
        )
      return
    }
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_ROLES', 'PUBLIC_URL'] as const)
      if (!value[name]) sentence(name, 'is missing: sign-in needs it')
    if (value.PUBLIC_URL && !isSafe(value.PUBLIC_URL))
      sentence('PUBLIC_URL', `must be an https:// address, or lead to ${loopback.join(', ')}: sign-in needs encryption`)
    if (value.OIDC_AUDIENCE && value.OIDC_AUDIENCE === value.OIDC_CLIENT_ID)
      sentence('OIDC_AUDIENCE', 'must differ from OIDC_CLIENT_ID: an ID token would open the API')
    const secrets = [value.OIDC_CLIENT_SECRET, value.OIDC_CLIENT_SECRET_FILE].filter(Boolean).length
    if (secrets === 0) sentence('OIDC_CLIENT_SECRET', 'is missing: sign-in needs it')
    if (secrets === 2) sentence('OIDC_CLIENT_SECRET_FILE', 'cannot be set beside OIDC_CLIENT_SECRET')
  })
  .check(({ value, issues }) => {
    const account = ['PARTNER_CENTER_TENANT_ID', 'PARTNER_CENTER_CLIENT_ID'] as const
    const secrets = ['PARTNER_CENTER_CLIENT_SECRET', 'PARTNER_CENTER_CLIENT_SECRET_FILE'] as const
    const given = secrets.filter((name) => value[name])
    if (![...account, ...secrets].some((name) => value[name])) return
    const sentence = (name: string, message: string) =>
      issues.push({ code: 'custom', path: [name], message, input: undefined })
    for (const name of account) if (!value[name]) sentence(name, 'is missing: Partner Center needs it')
    if (given.length === 0) sentence(secrets[0], 'is missing: Partner Center needs it')
    if (given.length === 2) sentence(secrets[1], 'cannot be set beside PARTNER_CENTER_CLIENT_SECRET')
  })
export type Settings = z.infer<typeof Settings>

export const settingNames: readonly string[] = Object.keys(Settings.shape)

/** A setting is invalid; the message is a sentence for the person who starts the service. */
export class SettingsError extends Error {}

/** Reads the environment; throws a sentence for each invalid value. A blank value counts as unset. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const { data, error } = Settings.safeParse(given)
  if (data) return data
  const sentences = error!.issues.map(({ path: [name], message }) => {
    const value = given[String(name)]
    return `${value === undefined ? String(name) : named(String(name), value)} ${message}.`
  })
  throw new SettingsError(sentences.join('\n'))
}

/** What no log line may contain: a library's error can quote the address that it was given. */
export function secretsOf(settings: Settings): string[] {
  const { DATABASE_URL, SMTP_URL, OIDC_CLIENT_SECRET, PARTNER_CENTER_CLIENT_SECRET, WEBHOOK_KEY } = settings
  const headers = settings.OTEL_EXPORTER_OTLP_HEADERS?.split(',').map((header) => header.replace(/^[^=]*=/, ''))
  const passwords = [DATABASE_URL, SMTP_URL].flatMap((text) => {
    const { password, searchParams } = new URL(text ?? 'none:')
    return [password, decodeURIComponent(password), searchParams.get('password')]
  })
  return [OIDC_CLIENT_SECRET, PARTNER_CENTER_CLIENT_SECRET, WEBHOOK_KEY, ...passwords, ...(headers ?? [])].flatMap(
    (secret) => secret || [],
  )
}

/** Uses a setting's value. When the machine or the database refuses it, throws a sentence instead of a stack. */
export async function usable<T>(name: keyof Settings, value: string, use: (value: string) => T): Promise<Awaited<T>> {
  try {
    return await use(value)
  } catch (error) {
    const fault = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const { code, message } = fault as NodeJS.ErrnoException
    if (!code) throw error
    throw new SettingsError(`${named(name, value)} cannot be used: ${message || code}.`)
  }
}

/** A setting's value without the parts of an address that can be secret. */
const named = (name: string, value = '') =>
  `${name}=${/_(?:SECRET|KEY)$/.test(name) ? '…' : name.endsWith('_URL') ? value.replace(/^(\w+:\/\/)?.*@/, '$1…@').replace(/([?&][^=&]*=)[^&]*/g, '$1…') : value}`
