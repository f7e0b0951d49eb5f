// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { serveAsProxy } from '../../support/partnerCenter/server.ts'
import { startFake } from '../../support/partnerCenter/tester.ts'

/** A tool that knows only Microsoft's addresses: it signs in and lists products. */
const tool = `
  const { tenantId, clientId, clientSecret } = JSON.parse(process.env.CREDENTIALS)
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const login = await fetch('https://login.microsoftonline.com/' + tenantId + '/oauth2/v2.0/token', {
    method: 'POST',
    body: new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' }),
  })
  const headers = { authorization: 'Bearer ' + (await login.json()).access_token }
  const products = await fetch('https://graph.microsoft.com/rp/product-ingestion/product', { headers })
  console.log(await products.text())
  console.log(await fetch('https://example.com').then(({ status }) => status, () => 'no other host'))
`

test('a tool that knows only Microsoft’s addresses reaches the fake through its proxy', async () => {
  await using fake = await startFake()
  fake.account.add({ externalId: 'fabrikam-notes', type: 'softwareAsAService', alias: 'Fabrikam Notes' })
  const { url, authority, close } = await serveAsProxy(fake, new Date())
  const directory = await mkdtemp(join(tmpdir(), 'proxy-'))
  try {
    const file = join(directory, 'authority.pem')
    await writeFile(file, authority)
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', tool], {
      timeout: 20_000,
      env: {
        ...process.env,
        HTTPS_PROXY: url,
        NODE_USE_ENV_PROXY: '1',
        NODE_EXTRA_CA_CERTS: file,
        CREDENTIALS: JSON.stringify(fake.credentials),
      },
    })
    expect(stdout).toContain('"externalId":"fabrikam-notes"')
    expect(stdout).toContain('no other host')
  } finally {
    await close()
    await rm(directory, { recursive: true })
  }
})
