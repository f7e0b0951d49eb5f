import { z } from 'zod'

const loopback = ['127.0.0.1', '::1', 'localhost']

const Settings = z
  .object({
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(4280),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
    DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
    /** Seconds an automated step takes on average. */
    MARKETPLACE_PACE: z.coerce.number('must be a number of seconds').min(0.05).max(86_400).default(15),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
    /** The sender's address in notifications. */
    MAIL_FROM: z.email('must be an e-mail address').optional(),
    /** Where links in notifications lead. */
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'info'], 'must be silent, error or info').default('info'),
    OIDC_ISSUER: z.never('is not supported yet: this version signs in the demonstration accounts only').optional(),
  })
  .refine(({ HOST }) => loopback.includes(HOST), {
    path: ['HOST'],
    error: `must be one of ${loopback.join(', ')}: without sign-in the dashboard is served to this machine alone`,
  })
export type Settings = z.infer<typeof Settings>

export class SettingsError extends Error {}

/** Reads the environment; throws a sentence for each value that is wrong, without its password. An empty value counts as none. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data, error } = Settings.safeParse(given)
  if (data) return data
  const shown = (name: string) => given[name]?.replace(/^(\w+:\/\/)?.*@/, name.endsWith('_URL') ? '$1…@' : '$&')
  throw new SettingsError(
    error!.issues.map(({ path: [name], message }) => `${String(name)}=${shown(String(name))} ${message}.`).join('\n'),
  )
}
