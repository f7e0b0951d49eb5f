// @vitest-environment node
import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openService } from '../../src/service/boot.ts'
import { listen } from '../../src/service/http/listen.ts'
import { logger } from '../../src/service/log.ts'
import { readSettings, SettingsError } from '../../src/service/settings.ts'
import { accountStore } from '../../src/service/store/accounts.ts'
import { openStore } from '../../src/service/store/open.ts'
import { sessionStore } from '../../src/service/store/sessions.ts'

const folder = mkdtempSync(join(tmpdir(), 'start-'))
afterAll(() => rmSync(folder, { recursive: true }))

const open = (environment: Record<string, string>) =>
  openService(readSettings({ DEMO: '0', ...environment }), (error) => {
    throw error
  })
const refusal = async (environment: Record<string, string>) => {
  const error: unknown = await open(environment).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(SettingsError)
  return (error as Error).message
}

describe('an invalid setting is named in a sentence', () => {
  test.each([
    [{ PORT: 'many' }, 'PORT=many must be a port number.'],
    [{ PORT: '70000' }, 'PORT=70000 must be a port number.'],
    [{ HOST: '0.0.0.0' }, 'HOST=0.0.0.0 must be one of 127.0.0.1, ::1, localhost'],
    [{ DEMO: 'yes' }, 'DEMO=yes must be 0 or 1.'],
    [{ MARKETPLACE_PACE: '0' }, 'MARKETPLACE_PACE=0 must be a number of seconds'],
    [{ WEBHOOK_KEY: 'short' }, 'WEBHOOK_KEY=… must have at least 32 characters.'],
    [{ WEBHOOK_PRIVATE_ADDRESSES: 'yes' }, 'WEBHOOK_PRIVATE_ADDRESSES=yes must be 0 or 1.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud must be silent, error, info or debug.'],
    [{ SUPPORT_URL: 'javascript:alert(1)' }, 'SUPPORT_URL=javascript:alert(1) must be a mailto: or https:// address.'],
    [{ SUPPORT_URL: 'mailto:nobody' }, 'SUPPORT_URL=mailto:nobody must name a mailbox or a form'],
    [{ PUBLIC_URL: 'dashboard' }, 'PUBLIC_URL=dashboard must be an http:// or https:// address.'],
    [
      { PUBLIC_URL: 'https://dashboard.contoso.com' },
      'PUBLIC_URL=https://dashboard.contoso.com must lead to 127.0.0.1',
    ],
    [{ PUBLIC_URL: 'http://me:s3cret@localhost' }, 'PUBLIC_URL=http://…@localhost must have neither user, password'],
    [{ PUBLIC_URL: 'http://localhost/?key=s3cret' }, 'PUBLIC_URL=http://localhost/?key=… must have neither user,'],
    [{ SMTP_URL: 'smtp://portal:s3cret%off@mail' }, 'SMTP_URL=smtp://…@mail has a % that begins no escape'],
    [{ DATABASE_URL: 'postgres://me:s3cret%off@db/x' }, 'DATABASE_URL=postgres://…@db/x has a % that begins no escape'],
    [
      { DATABASE_URL: 'mysql://db?password=s3cret&sslpassword=s3cret' },
      'DATABASE_URL=mysql://db?password=…&sslpassword=… m',
    ],
    [{ MAIL_FROM: 'me' }, 'MAIL_FROM=me must be an e-mail address.'],
    [{ OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER=http://login.example must be an https:// address'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_CLIENT_ID is missing: sign-in needs it.'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_ROLES is missing: sign-in needs it.'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_CLIENT_SECRET is missing: sign-in needs it.'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'PUBLIC_URL is missing: sign-in needs it.'],
    [
      { OIDC_ISSUER: 'https://login.example', PUBLIC_URL: 'http://dashboard.contoso.com' },
      'PUBLIC_URL=http://dashboard.contoso.com must be an https:// address',
    ],
    [
      { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'x', OIDC_AUDIENCE: 'x' },
      'OIDC_AUDIENCE=x must differ from OIDC_CLIENT_ID',
    ],
    [{ OIDC_ROLES: 'groups=Admins' }, 'OIDC_ROLES=groups=Admins must be rules such as'],
    [{ WEBHOOK_KEY: 's3cret' }, 'WEBHOOK_KEY=… must have at least 32 characters.'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY=yes must be a number of proxies, 0 to 10.'],
    [{ WRITES_PER_MINUTE: '0' }, 'WRITES_PER_MINUTE=0 must be a number, 1 to 1000000.'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES=0 must be a number of minutes, 5 to 1440.'],
    [{ DATABASE_URL: 'mysql://me:s3cret@db/x?password=s3cret' }, 'DATABASE_URL=mysql://…@db/x?password=… must be'],
    [{ PARTNER_CENTER_TENANT_ID: 'contoso' }, 'PARTNER_CENTER_CLIENT_ID is missing: Partner Center needs it.'],
    [{ PARTNER_CENTER_CLIENT_SECRET: 's3cret' }, 'PARTNER_CENTER_TENANT_ID is missing: Partner Center needs it.'],
    [
      {
        PARTNER_CENTER_TENANT_ID: 'contoso',
        PARTNER_CENTER_CLIENT_ID: 'app',
        PARTNER_CENTER_CLIENT_SECRET: 's3cret',
        PARTNER_CENTER_CLIENT_SECRET_FILE: '/secret',
      },
      'PARTNER_CENTER_CLIENT_SECRET_FILE=/secret cannot be set beside PARTNER_CENTER_CLIENT_SECRET.',
    ],
    [
      { PARTNER_CENTER_URL: 'http://graph.example.com' },
      'PARTNER_CENTER_URL=http://graph.example.com must be an https',
    ],
    [{ PARTNER_CENTER_PUBLISHER: 'Us' }, 'PARTNER_CENTER_PUBLISHER=Us must be 3 to 50 lowercase letters'],
    [{ PORT: 'x', DEMO: 'x' }, 'PORT=x must be a port number.\nDEMO=x must be 0 or 1.'],
  ])('%j', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(SettingsError)
    expect(() => readSettings(environment)).toThrow(sentence)
    expect(() => readSettings(environment)).not.toThrow('s3cret')
  })

  test('a blank value counts as unset', () => {
    expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readSettings({}))
  })

  test('the program prints the sentence without a stack, and exits with code 1', async () => {
    const main = join(import.meta.dirname, '../../src/service/main.ts')
    const said = await new Promise((resolve) =>
      execFile(process.execPath, [main], { env: { PORT: 'many' } }, (error, out, err) =>
        resolve({ code: error?.code, out, err }),
      ),
    )
    expect(said).toEqual({ code: 1, out: '', err: 'PORT=many must be a port number.\n' })
  })
})

test('a folder that is not writable is named', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await refusal({ DATA_DIR: file })).toMatch(`DATA_DIR=${file} cannot be used: EEXIST`)
  expect(await refusal({ DATA_DIR: join(file, 'inside') })).toMatch(/^DATA_DIR=.* cannot be used: ENOTDIR/)
})

test('a file that is not a database is named', async () => {
  writeFileSync(join(folder, 'dashboard.db'), 'These are notes of mine.'.repeat(100))
  expect(await refusal({ DATA_DIR: folder })).toBe(`DATA_DIR=${folder} cannot be used: file is not a database.`)
})

test('a database written by a newer version is not changed', async () => {
  const directory = join(folder, 'newer')
  await (await open({ DATA_DIR: directory })).close()
  const { db, close } = await openStore(join(directory, 'dashboard.db'))
  const applied = { name: '9999_later', timestamp: '2030-01-01T00:00:00.000Z' }
  await db.withTables<{ kysely_migration: typeof applied }>().insertInto('kysely_migration').values(applied).execute()
  await close()
  expect(await refusal({ DATA_DIR: directory })).toBe(
    `DATA_DIR=${directory} cannot be used: the database was written by a newer version of the dashboard.`,
  )
})

test('an unreachable PostgreSQL is named without its password', async () => {
  expect(await refusal({ DATA_DIR: join(folder, 'away'), DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:1/x' })).toBe(
    'DATABASE_URL=postgres://…@127.0.0.1:1/x cannot be used: connect ECONNREFUSED 127.0.0.1:1.',
  )
})

test('files on this machine are readable by their owner only, and an empty token gives no access', async () => {
  const directory = join(folder, 'own')
  const { deps, close } = await open({ DATA_DIR: directory })
  const rights = (name: string) => statSync(join(directory, name)).mode & 0o777
  expect(['.', 'api-token', 'operator-token', 'webhook-key'].map(rights)).toEqual([0o700, 0o600, 0o600, 0o600])
  expect([...deps.tokens.keys()].every((token) => token.length >= 43)).toBe(true)
  await close()
  expect(readdirSync(directory).sort()).toEqual(['api-token', 'dashboard.db', 'operator-token', 'webhook-key'])
  writeFileSync(join(directory, 'api-token'), '\n')
  expect(await refusal({ DATA_DIR: directory })).toContain('api-token is empty')
})

test('a database in a folder that others can read becomes readable by its owner only', async () => {
  const directory = join(folder, 'shared')
  mkdirSync(directory, { mode: 0o755 })
  const files = ['dashboard.db', 'dashboard.db-wal', 'dashboard.db-shm'].map((name) => join(directory, name))
  const rights = () => files.map((file) => statSync(file).mode & 0o777)
  const first = await open({ DATA_DIR: directory })
  expect(rights()).toEqual([0o600, 0o600, 0o600])
  await first.close()
  chmodSync(files[0]!, 0o644)
  for (const file of files.slice(1)) writeFileSync(file, '', { mode: 0o644 })
  const second = await open({ DATA_DIR: directory })
  expect(rights()).toEqual([0o600, 0o600, 0o600])
  await second.close()
})

test('four simultaneous starts agree on the tokens', async () => {
  const directories = Array.from({ length: 20 }, (_, index) => join(folder, `tokens-${index}`))
  const script = `
    import { localTokens } from '${join(import.meta.dirname, '../../src/service/tokens.ts')}'
    process.stdin.once('data', () => {
      process.stdout.write(${JSON.stringify(directories)}.map((one) => [...localTokens(one).keys()].join()).join(' '))
      process.stdin.destroy()
    })`
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]))
  const said = children.map(async (child) => {
    let text = ''
    for await (const part of child.stdout) text += part
    return text
  })
  await setTimeout(500)
  for (const child of children) child.stdin.write('go')
  const tokens = await Promise.all(said)
  expect(tokens[0]?.split(' ')).toHaveLength(20)
  expect(new Set(tokens).size).toBe(1)
})

test('a running service deletes old sessions, which then give no access', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const { deps, close } = await open({ DATA_DIR: join(folder, 'seasons') })
  const sessions = () => deps.db.selectFrom('session').select('created_time').execute()
  const caller = await accountStore(deps.db).caller('avery')
  await sessionStore(deps.db, deps.sessionLife).open({ caller: caller!, device: '' }, deps.now())
  await vi.advanceTimersByTimeAsync(2 * 3_600_000)
  expect(await sessions()).toHaveLength(1)
  vi.setSystemTime(Date.now() + 91 * 86_400_000)
  await vi.advanceTimersByTimeAsync(2 * 3_600_000)
  expect(await sessions()).toEqual([])
  await close()
  vi.useRealTimers()
})

test('a role that was taken from a demonstration account does not come back at the next start', async () => {
  const directory = join(folder, 'people')
  const first = await open({ DATA_DIR: directory })
  await first.deps.db.deleteFrom('membership').where('account_id', '=', 'camille').execute()
  await first.close()
  const second = await open({ DATA_DIR: directory })
  const roles = async (id: string) => (await accountStore(second.deps.db).caller(id))?.roles.size
  expect([await roles('camille'), await roles('minjun')]).toEqual([0, 2])
  await second.close()
})

test('a repeated fault is logged once a minute', () => {
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  vi.useFakeTimers()
  const log = logger({ LOG_LEVEL: 'error', LOG_FORMAT: 'text' })
  const [away, other] = [new Error('The database is away'), new Error('Another fault')]
  for (const fault of [away, away, other, away]) log.error(fault)
  vi.advanceTimersByTime(60_000)
  log.error(away)
  vi.useRealTimers()
  expect(written.map((text) => /Error: (.*)/.exec(text)?.[1])).toEqual(
    [away, other, away].map(({ message }) => message),
  )
  logger({ LOG_LEVEL: 'silent', LOG_FORMAT: 'text' }).error(other)
  expect(written).toHaveLength(3)
})

describe('the port', () => {
  const place = { HOST: '127.0.0.1', PORT: 0 }

  test('is named when another program uses it', async () => {
    const first = await listen(() => new Response(), place)
    const PORT = Number(new URL(first.address).port)
    await expect(listen(() => new Response(), { ...place, PORT })).rejects.toThrow(
      new SettingsError(`PORT=${PORT} is taken. Choose another one.`),
    )
    await first.close()
  })

  test('is released immediately, even when browsers keep connections open', async () => {
    const server = await listen(() => new Response('here'), place)
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) => get(server.address, { agent }, (answer) => answer.resume().on('end', resolve)))
    const begun = performance.now()
    await server.close()
    expect(performance.now() - begun).toBeLessThan(1_000)
    agent.destroy()
  })

  test('is released when pending requests are answered, and soon when they never are', async () => {
    const asked: string[] = []
    const late = Promise.withResolvers<Response>()
    const server = await listen(({ url }) => {
      asked.push(url)
      return url.endsWith('/late') ? late.promise : new Promise(() => {})
    }, place)
    const answers = Promise.allSettled(['/late', '/never'].map((path) => fetch(server.address + path)))
    await expect.poll(() => asked).toHaveLength(2)
    const closed = server.close(500)
    late.resolve(new Response('late'))
    await closed
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })
})

describe('with an issuer', () => {
  const issuer = {
    OIDC_ISSUER: 'https://login.example',
    OIDC_CLIENT_ID: 'dashboard',
    OIDC_CLIENT_SECRET: 's3cret',
    OIDC_ROLES: 'groups=Owners contoso/owner',
    PUBLIC_URL: 'https://dashboard.example/',
    HOST: '0.0.0.0',
  }

  test('the service may listen beyond this machine, and nobody is signed in by it', async () => {
    const directory = join(folder, 'company')
    const { deps, close } = await open({ ...issuer, DATA_DIR: directory, SESSION_IDLE_MINUTES: '30' })
    const { demoAccount, sessionLife, hosts, signIn } = deps
    expect({ demoAccount, sessionLife, hosts, home: signIn?.home }).toEqual({
      demoAccount: undefined,
      sessionLife: { idle: 30 * 60_000, absolute: 12 * 3_600_000 },
      hosts: ['localhost', '127.0.0.1', '[::1]', 'dashboard.example'],
      home: 'https://dashboard.example',
    })
    const accounts = await deps.db.selectFrom('account').select('id').execute()
    const publishers = await deps.db.selectFrom('publisher').select('id').execute()
    expect([accounts, publishers]).toEqual([[{ id: 'operator' }], []])
    // No file of this machine opens every publisher.
    expect([readdirSync(directory).includes('api-token'), deps.tokens.size]).toEqual([false, 1])
    await close()
  })

  test('the demonstration has its offers on request, and still no accounts', async () => {
    const { deps, close } = await open({ ...issuer, DATA_DIR: join(folder, 'companyDemo'), DEMO: '1' })
    expect(await deps.db.selectFrom('membership').selectAll().execute()).toEqual([])
    expect((await deps.db.selectFrom('offer').selectAll().execute()).length).toBeGreaterThan(10)
    await close()
  })

  test('its secret can be in a file, which is named when it cannot be read', async () => {
    const { OIDC_CLIENT_SECRET: _, ...rest } = issuer
    const file = join(folder, 'no-such-secret')
    expect(await refusal({ ...rest, DATA_DIR: join(folder, 'x'), OIDC_CLIENT_SECRET_FILE: file })).toMatch(
      `OIDC_CLIENT_SECRET_FILE=${file} cannot be used: ENOENT`,
    )
  })
})

test('DEMO=0 starts with publishers and accounts but no offers', async () => {
  const directory = join(folder, 'empty')
  const { deps, close } = await open({ DATA_DIR: directory, DEMO: '0' })
  expect(await deps.db.selectFrom('offer').selectAll().execute()).toEqual([])
  expect(await deps.db.selectFrom('publisher').select('id').orderBy('id').execute()).toEqual([
    { id: 'contoso' },
    { id: 'fabrikam' },
    { id: 'northwind' },
  ])
  await close()
})
