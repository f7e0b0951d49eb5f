import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { partnerCenter } from './fake.ts'
import { addSampleOffers } from './offers.ts'
import { serve, serveAsProxy } from './server.ts'

const help = `Runs a fake of Microsoft Partner Center, in memory, on loopback.

  --port <n>    port of the HTTP server (4290)
  --proxy <n>   port of the HTTPS proxy for tools that insist on Microsoft's host names (4291)
  --slow        publishing takes hours, as it does at Microsoft, instead of a minute or two

While it runs:

  POST /fake/clock    {"seconds": 3600}        moves its clock
  POST /fake/outcome  {"offer": "fabrikam-notes", "fails": "certification"}   how its next publish or Go Live ends
`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4290' },
    proxy: { type: 'string', default: '4291' },
    slow: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(help)
  process.exit()
}

let passed = 0
const now = () => new Date(Date.now() + passed)
const quick = { start: 2, rowDelay: 8, edit: 5, publish: 90, goLive: 40, stopSelling: 20 }
const fake = partnerCenter({ now, ...(!values.slow && { durations: quick }) })
addSampleOffers(fake)

const Step = z.object({ seconds: z.number() })
const NextOutcome = z.object({ offer: z.string(), fails: z.optional(z.literal('certification')) })
fake.app.post('/fake/clock', async (c) => {
  passed += Step.parse(await c.req.json()).seconds * 1_000
  fake.account.settle()
  return c.json({ now: now().toISOString() })
})
fake.app.post('/fake/outcome', async (c) => {
  const { offer, fails } = NextOutcome.parse(await c.req.json())
  const product = fake.account.products.find(({ externalId }) => externalId === offer)
  if (!product) return c.json({ error: `There is no offer ${offer}.` }, 404)
  fake.account.script(product, fails ? { fails } : {})
  return c.json({})
})

const { settings, close } = await serve(fake, Number(values.port))
const proxy = await serveAsProxy(fake, now(), Number(values.proxy))
const authority = join(await mkdtemp(join(tmpdir(), 'partner-center-fake-')), 'authority.pem')
await writeFile(authority, proxy.authority)

const lines = (variables: Record<string, string>) =>
  Object.entries(variables).map(([name, value]) => `  export ${name}=${value}\n`)
process.stdout.write(
  [
    'The fake of Partner Center is running. For the dashboard, before npm start, with a new DATA_DIR:\n\n',
    ...lines(settings),
    '\nFor other tools, which believe that they talk to Microsoft:\n\n',
    ...lines({
      HTTPS_PROXY: proxy.url,
      CURL_CA_BUNDLE: authority,
      REQUESTS_CA_BUNDLE: authority,
      SSL_CERT_FILE: authority,
      NODE_EXTRA_CA_CERTS: authority,
      NODE_USE_ENV_PROXY: '1',
    }),
    '\nCtrl-C ends it.\n',
  ].join(''),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([close(), proxy.close()]).then(() => process.exit()))
