// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { databaseAt } from '../support/database.ts'
import { lastStageOf } from '../support/dockerfile.ts'
import { startIssuer } from '../support/issuer.ts'
import { startMailServer } from '../support/mailServer.ts'
import { throwAwayCertificates } from '../support/partnerCenter/certificates.ts'
import { startProgram } from '../support/program.ts'
import { fetchTrusting, startTlsProxy } from '../support/tlsProxy.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'deployed-'))
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder])
  rmSync(folder, { recursive: true })
})
const image = lastStageOf('.deploy/Dockerfile')
const compose = parse(readFileSync('.deploy/compose.yaml', 'utf8'), { merge: true })

/** Another user, as in the image; the same where this one may not choose, or where another could not read the repository. */
const nobody = 65_534
const uid = spawnSync(process.execPath, ['-e', ''], { uid: nobody }).status === 0 ? nobody : undefined
const server = process.env.TEST_DATABASE_URL

/** The image's folder without an image: what it copies, read-only. */
function unpacked() {
  const app = join(folder, 'app')
  for (const { from, to } of image.copies.filter(({ from }) => from !== 'dist' && from !== 'node_modules'))
    cpSync(from, join(app, to, to === './' ? from : ''), { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(app, 'node_modules'))
  mkdirSync(join(app, 'dist'))
  writeFileSync(join(app, 'dist/index.html'), '<!doctype html><title>The page</title>')
  execFileSync('chmod', ['-R', 'a-w,a+rX', app])
  chmodSync(folder, 0o755)
  return app
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

test.runIf(server)(
  'a newcomer signs in through the example’s issuer, publishes an offer, and notices no restart of a replica',
  async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const certificates = throwAwayCertificates(new Date(), ['localhost'])
    const [mail, proxy, login] = await Promise.all([
      startMailServer(),
      startTlsProxy(certificates),
      startTlsProxy(certificates),
    ])
    const issuer = await startIssuer({ home: proxy.address, address: login.address })
    login.sendTo(issuer.local)

    const app = unpacked()
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    if (uid !== undefined) chownSync(data, uid, uid)
    writeFileSync(join(folder, 'authority.pem'), certificates.authority)
    const given = Object.entries<string | number>({
      ...image.environment,
      ...compose.services['dashboard-1'].environment,
    })
    const environment = {
      ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
      PUBLIC_URL: proxy.address,
      OIDC_ISSUER: login.address,
      DATABASE_URL: await databaseAt(join(folder, 'deployed')),
      SMTP_URL: `smtp://${mail.host}`,
      DATA_DIR: data,
      METRICS_PORT: '',
      MARKETPLACE_PACE: '0.05',
      DRAIN_SECONDS: '0.5',
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
    }
    const start = async () => {
      const PORT = String(await freePort())
      const program = startProgram(image.command[1]!, { ...environment, PORT }, { cwd: app, uid })
      return { ...program, PORT, home: `http://127.0.0.1:${PORT}` }
    }
    const replicas = [await start(), await start()] as const
    for (const { writes } of replicas)
      expect(await writes(/"msg":"The publisher dashboard is at ([^"]+)"/)).toBe(proxy.address)
    proxy.sendTo(...replicas.map(({ home }) => home))
    const health = (PORT: string) => spawnSync(process.execPath, image.health.slice(1), { env: { PORT } }).status
    expect(health(replicas[0].PORT)).toBe(0)

    const overTls = fetchTrusting(certificates.authority)
    const ada = visitorOf(overTls, proxy.address, overTls)
    const { address, answer } = await ada.visit('/offers')
    expect([address, await answer.text()]).toEqual(['/offers', expect.stringContaining('The page')])
    expect(await (await ada.send('/api/portal/session')).json()).toMatchObject({
      account: { name: 'Ada Byron' },
      publishers: [{ id: 'contoso', role: 'owner' }],
    })
    const offer = '/api/publishers/contoso/offers/contoso-time-server'
    const published = await ada.send(`${offer}/publish?api-version=2017-10-31`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ metadata: { 'notification-emails': 'ada@contoso.com' } }),
    })
    expect(published.status).toBe(202)
    await vi.waitUntil(() => mail.received.length > 0, { timeout: 60_000 })
    expect(mail.received[0]?.text).toContain(`${proxy.address}/publishers/contoso/offers/contoso-time-server/status`)

    // One replica is replaced while the newcomer keeps asking.
    replicas[0].signal('SIGTERM')
    const ended = replicas[0].ended()
    let isOver = false
    void ended.then(() => {
      isOver = true
    })
    const seen = new Set<number>()
    while (!isOver) seen.add((await ada.send('/api/portal/session')).status)
    expect([...seen]).toEqual([200])
    expect(await ended).toMatchObject({ code: 0, complaints: '' })
    expect((await ada.send(`${offer}/status?api-version=2017-10-31`)).status).toBe(200)
    expect(health(replicas[0].PORT)).toBe(1)

    replicas[1].signal('SIGTERM')
    expect(await replicas[1].ended()).toMatchObject({ code: 0, complaints: '' })
    for (const one of [proxy, login]) one.close()
    await Promise.all([issuer.close(), mail.close()])
  },
  120_000,
)
