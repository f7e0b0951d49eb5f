// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { OfferList } from '../../src/contract/offerList.ts'
import { Session } from '../../src/contract/session.ts'
import { openService } from '../../src/service/boot.ts'
import { createApp } from '../../src/service/http/app.ts'
import { readSettings, SettingsError } from '../../src/service/settings.ts'
import { partnerCenter } from '../support/partnerCenter/fake.ts'
import { addSampleOffers } from '../support/partnerCenter/offers.ts'
import { serve } from '../support/partnerCenter/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'partner-center-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function startFake(switches: Parameters<typeof partnerCenter>[0]['switches'] = {}) {
  const fake = partnerCenter({ now: () => new Date(), switches })
  addSampleOffers(fake)
  const { settings, close } = await serve(fake)
  return { ...fake, settings, [Symbol.asyncDispose]: close }
}

const log = (error: Error) => {
  throw error
}
const start = (environment: Record<string, string>) =>
  openService(readSettings({ DATA_DIR: mkdtempSync(join(folder, 'data-')), ...environment }), log)

describe('npm start with an account of Partner Center', () => {
  test('shows its offers as those of a publisher, without demonstration offers or the mark of the simulation', async () => {
    await using fake = await startFake()
    const { deps, close } = await start({ ...fake.settings, PARTNER_CENTER_PUBLISHER: 'our-company' })
    const app = createApp(deps)
    const [token] = [...deps.tokens.entries()].find(([, account]) => account === 'api')!
    const headers = { authorization: `Bearer ${token}` }
    const offers = async () => {
      const answer = await app.request('http://localhost/api/portal/offers', { headers })
      return OfferList.parse(await answer.json()).items
    }
    await vi.waitFor(
      async () => {
        const words = (await offers()).map(({ offerId, indicator }) => `${offerId}: ${indicator}`)
        expect(words).toContain('fabrikam-notes: awaitingSignoff')
        expect(words).toContain('fabrikam-firewall: live')
        expect(words).toContain('fabrikam-surveys: delisted')
      },
      { timeout: 15_000, interval: 200 },
    )
    expect(new Set((await offers()).map(({ publisherId }) => publisherId))).toEqual(new Set(['our-company']))
    const session = Session.parse(await (await app.request('http://localhost/api/portal/session', { headers })).json())
    expect(session.simulated).toBe(false)
    const [operatorToken] = [...deps.tokens.entries()].find(([, account]) => account === 'operator')!
    const decisions = await app.request('http://localhost/api/portal/marketplace/decisions', {
      headers: { authorization: `Bearer ${operatorToken}` },
    })
    expect(decisions.status).toBe(404)
    await close()
  })

  test('operates an offer of the simulated marketplace as soon as it is created, and creates none for the account', async () => {
    await using fake = await startFake()
    const { deps, close } = await start({ ...fake.settings, PARTNER_CENTER_PUBLISHER: 'our-company' })
    const app = createApp(deps)
    const headersOf = (account: string) => {
      const [token] = [...deps.tokens.entries()].find(([, one]) => one === account)!
      return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    }
    const decisions = async () =>
      (await app.request('http://localhost/api/portal/marketplace/decisions', { headers: headersOf('operator') }))
        .status
    const create = async (publisherId: string) => {
      const definition = { displayText: 'Relay', offer: {}, plans: [] }
      const body = JSON.stringify({ offerTypeId: 'microsoft-azure-virtualmachines', definition })
      const address = `http://localhost/api/publishers/${publisherId}/offers/relay?api-version=2017-10-31`
      return (await app.request(address, { method: 'PUT', headers: headersOf('api'), body })).status
    }
    expect(await create('our-company')).toBe(409)
    expect(await decisions()).toBe(404)
    expect(await create('contoso')).toBe(201)
    expect(await decisions()).toBe(200)
    await close()
  })

  test('reads the secret from a file', async () => {
    await using fake = await startFake()
    const { PARTNER_CENTER_CLIENT_SECRET, ...settings } = fake.settings
    const file = join(folder, 'secret')
    writeFileSync(file, `${PARTNER_CENTER_CLIENT_SECRET}\n`)
    const { close } = await start({ ...settings, PARTNER_CENTER_CLIENT_SECRET_FILE: file })
    await close()
  })

  test('ends with a sentence that says what to do when the sign-in is refused', async () => {
    await using fake = await startFake()
    const refused = await start({ ...fake.settings, PARTNER_CENTER_CLIENT_SECRET: 's3cret' }).catch((error) => error)
    expect(refused).toBeInstanceOf(SettingsError)
    expect(refused.message).toMatch(/AADSTS7000215.*role Manager/s)
    expect(refused.message).not.toContain('s3cret')
  })

  test('ends with a sentence when the app was not added to the account', async () => {
    await using fake = await startFake({ role: 'notAdded' })
    await expect(start(fake.settings)).rejects.toThrow(/role Manager/)
  })

  test('starts while Partner Center does not answer', async () => {
    await using fake = await startFake()
    fake.setWeather(() => ({ status: 503 }))
    const faults: Error[] = []
    const settings = readSettings({ DATA_DIR: mkdtempSync(join(folder, 'data-')), ...fake.settings })
    const { close } = await openService(settings, (error) => void faults.push(error))
    expect(faults[0]?.message).toContain('503')
    await close()
  })
})

describe('npm run marketplace -- check', () => {
  const check = async (environment: Record<string, string>) => {
    const command = ['src/service/marketplace/simulated/cli/command.ts', 'check']
    const env = { PATH: process.env.PATH, ...environment }
    return promisify(execFile)(process.execPath, command, { env }).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      ({ code, stderr }) => ({ code, text: stderr }),
    )
  }

  test('lists what is there, changes nothing and says what is left to a person', async () => {
    await using fake = await startFake()
    const { code, text } = await check(fake.settings)
    expect(code).toBe(0)
    expect(text).toMatch(/fabrikam-notes +softwareAsAService: awaitingSignoff/)
    expect(text).toMatch(/fabrikam-data-platform +azureApplication: listed only/)
    expect(text).toContain('What only a person can do, in Partner Center:')
    expect(fake.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'))).toEqual([])
  })

  test('says that no offer is visible when the account is empty for this app', async () => {
    await using fake = await startFake({ role: 'none' })
    expect((await check(fake.settings)).text).toContain('No offer is visible to this app.')
  })

  test('says what is wrong in one sentence', async () => {
    await using fake = await startFake()
    const refused = await check({ ...fake.settings, PARTNER_CENTER_CLIENT_SECRET: 'wrong' })
    expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('AADSTS7000215')])
    expect((await check({})).text).toContain('No account of Partner Center is set')
  })
})
