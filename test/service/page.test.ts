// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { compressed } from '../../src/service/http/compressed.ts'
import { pageRoutes } from '../../src/service/http/page.ts'
import { startService } from '../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'page-'))
const directory = join(folder, 'dist')
const script = 'console.log("the page")'
mkdirSync(join(directory, 'assets'), { recursive: true })
writeFileSync(
  join(directory, 'index.html'),
  '<link rel="modulepreload" hreflang="en-US" href="/assets/en.js"><link rel="modulepreload" hreflang="fr-FR" href="/assets/fr.js">' +
    '<title>Portal</title><script type="module" src="/assets/runtime.js"></script><script type="module" src="/assets/page-1a2b.js" nonce="__CSP_NONCE__"></script>',
)
writeFileSync(join(directory, 'assets/page-1a2b.js'), script)
writeFileSync(join(directory, 'assets/page-1a2b.js.br'), brotliCompressSync(script))
writeFileSync(join(directory, 'assets/page-1a2b.js.gz'), gzipSync(script))
writeFileSync(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
writeFileSync(join(folder, 'secret.txt'), 'not yours')
afterAll(() => rmSync(folder, { recursive: true }))

const app = new Hono().route('/', pageRoutes(directory).routes)
const html = { accept: 'text/html,application/xhtml+xml' }
const nonceOf = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1]

test('every address of the dashboard returns the page', async () => {
  for (const path of ['/', '/offers?status=live', '/publishers/contoso/offers/my-vm/status']) {
    const answer = await app.request(path, { headers: html })
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=UTF-8'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('the browser fetches the words of its language and the first answers while the code travels', async () => {
  const links = async (path: string, languages: string) => {
    const answer = await app.request(path, { headers: { ...html, 'accept-language': languages } })
    return Array.from(
      (await answer.text()).matchAll(/<link rel="(?:module)?preload"[^>]*? href="([^"]+)"/g),
      ([, to]) => to,
    )
  }
  expect(await links('/', 'fr-CA, en;q=0.8')).toEqual(['/assets/fr.js', '/api/portal/session', '/api/portal/offers'])
  expect(await links('/offers?status=live', 'en')).toEqual(['/assets/en.js', '/api/portal/session'])
  expect(await links('/history', 'de')).toEqual(['/assets/en.js', '/api/portal/session'])
})

test('each answer has its own nonce, which its content policy names', async () => {
  const [first, second] = await Promise.all(['/', '/'].map((path) => app.request(path, { headers: html })))
  const nonce = nonceOf(await first!.text())
  expect(nonce).toMatch(/^[\w-]{22}$/)
  expect(nonceOf(await second!.text())).not.toBe(nonce)
  const policy = first!.headers.get('content-security-policy')
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).toContain("base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'")
  expect(policy).toMatch(/report-uri \/policy-reports$/)
  expect(policy).not.toContain('unsafe')
})

test('files with a hash in their name are cached for a year, in the smallest encoding that the browser accepts', async () => {
  const ask = (encodings: string) => app.request('/assets/page-1a2b.js', { headers: { 'accept-encoding': encodings } })
  const brotli = await ask('gzip, deflate, br, zstd')
  expect(brotli.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(brotli.headers.get('content-type')).toContain('text/javascript')
  expect(brotli.headers.get('vary')).toBe('Accept-Encoding')
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script)
  const gzip = await ask('gzip, br;q=0')
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script)
  const plain = await ask('identity')
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script])
})

test('a missing file gets 404, which is not cached', async () => {
  for (const path of ['/assets/page-0000.js', '/favicon.ico', '/api/nothing', '/api']) {
    const answer = await app.request(path, { headers: html })
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('cache-control') ?? 'no-store').toBe('no-store')
  }
})

test('a tool that requests data does not get the page', async () => {
  expect((await app.request('/offers', { headers: { accept: 'application/json' } })).status).toBe(404)
})

test('no address leads out of the page’s folder', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets\\..\\..\\secret.txt',
  ]) {
    const answer = await app.request(path)
    expect([path, await answer.text()]).not.toEqual([path, expect.stringContaining('not yours')])
  }
})

test('the bare template is never served', async () => {
  for (const path of ['/', '/index.html', '/index.html.br']) {
    const answer = await app.request(path, { headers: html })
    expect([path, await answer.text()]).not.toEqual([path, expect.stringContaining('__CSP_NONCE__')])
  }
})

test('a HEAD request gets no body', async () => {
  for (const path of ['/', '/assets/page-1a2b.js']) {
    const answer = await app.request(path, { method: 'HEAD', headers: html })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  }
})

test('every answer tells the browser not to sniff types, allow framing or leak referrers, nor to let other sites read it', async () => {
  const service = await startService({ page: pageRoutes(directory) })
  for (const path of ['/', '/icon.svg', '/api/portal/session', '/api/nothing', '/healthz']) {
    const { headers } = await service.fetch(new Request(`http://localhost${path}`, { headers: html }))
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
    expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none';.* frame-ancestors 'none'/)
    expect(headers.get('strict-transport-security'), path).toBeNull()
  }
})

test('where the dashboard has an https:// address, every answer tells the browser to use TLS for two years, and the page has a named endpoint for reports', async () => {
  const home = 'https://dashboard.example'
  const service = await startService({
    page: pageRoutes(directory, home),
    deps: ({ mail }) => ({ mail: { ...mail, home } }),
  })
  for (const path of ['/', '/icon.svg', '/api/portal/session', '/api/nothing', '/healthz']) {
    const { headers } = await service.fetch(new Request(`http://localhost${path}`, { headers: html }))
    expect(headers.get('strict-transport-security'), path).toBe('max-age=63072000; includeSubDomains')
  }
  const { headers } = await service.fetch(new Request('http://localhost/', { headers: html }))
  expect(headers.get('content-security-policy')).toMatch(/report-uri \/policy-reports; report-to policy$/)
  expect(headers.get('reporting-endpoints')).toBe('policy="/policy-reports"')
  await service.close()
})

test('a browser is signed in with the page, never with a shared file', async () => {
  const service = await startService({ page: pageRoutes(directory) })
  const cookieOf = async (path: string, accept: string) =>
    (
      await service.fetch(new Request(`http://localhost${path}`, { headers: { accept, 'sec-fetch-site': 'none' } }))
    ).headers.get('set-cookie')
  expect(await cookieOf('/offers', html.accept)).toMatch(/^session=.*HttpOnly/)
  expect(await cookieOf('/assets/page-1a2b.js', '*/*')).toBeNull()
  expect(await cookieOf('/icon.svg', 'image/*')).toBeNull()
})

test('every answer of the API names the build of the page, also when nothing changed', async () => {
  const service = await startService({ page: pageRoutes(directory) })
  const ask = service.browser()
  const known = await ask('/api/portal/session')
  expect(known.headers.get('page-build')).toBe('/assets/runtime.js /assets/page-1a2b.js')
  const unchanged = await ask('/api/portal/session', { headers: { 'if-none-match': known.headers.get('etag')! } })
  expect([unchanged.status, unchanged.headers.get('page-build')]).toEqual([
    304,
    '/assets/runtime.js /assets/page-1a2b.js',
  ])
})

test('a folder without a page says so at the start', () => {
  expect(() => pageRoutes(join(directory, 'assets'))).toThrow(/no built page/)
})

test('long answers of the API are compressed; short and empty ones are not', async () => {
  const api = new Hono()
    .use(compressed())
    .get('/long', (c) => c.json({ words: 'word '.repeat(500) }))
    .get('/short', (c) => c.json({ words: 'word' }))
    .get('/unchanged', (c) => c.body(null, 304))
  const ask = (path: string, encodings: string) => api.request(path, { headers: { 'accept-encoding': encodings } })
  const long = await ask('/long', 'gzip, br')
  expect([long.headers.get('content-encoding'), long.headers.get('vary')]).toEqual(['br', 'Accept-Encoding'])
  expect(JSON.parse(brotliDecompressSync(await long.arrayBuffer()).toString()).words).toHaveLength(2500)
  const gzip = await ask('/long', 'gzip')
  expect(JSON.parse(gunzipSync(await gzip.arrayBuffer()).toString()).words).toHaveLength(2500)
  const short = await ask('/short', 'gzip, br')
  expect([short.headers.get('content-encoding'), await short.json()]).toEqual([null, { words: 'word' }])
  expect((await ask('/unchanged', 'gzip, br')).status).toBe(304)
  expect((await ask('/long', 'identity')).headers.get('content-encoding')).toBeNull()
})
