import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { compressed } from './compressed.ts'
import { encodingFor } from './encoding.ts'
import { pageHeaders } from './headers.ts'
import { withPreloads } from './preloads.ts'

/** The folder of the built page. */
export const pageDirectory = join(import.meta.dirname, '../../../dist')

/** The placeholder in the built page for the nonce of an answer. */
const placeholder = /__CSP_NONCE__/g
/** The files that the page starts with; the name of at least one differs for another build. */
const starts = /<script type="module"[^>]*? src="([^"]+)"/g
const suffix = { br: '.br', gzip: '.gz' } as const

/** `build` is undefined while the page is not built, as in development. */
export type Page = { routes: Hono; build?: string | undefined }

/**
 * Serves the built page. Its few files are read once, so no address can reach other files, and a page that is
 * rebuilt while the service runs never mixes with the old one. `home` is the dashboard's address.
 */
export function pageRoutes(directory: string, home = 'http://localhost'): Page {
  const files = filesOf(directory)
  const template = files.get('/index.html')?.toString()
  if (template === undefined) throw new Error(`There is no built page in ${directory}.`)

  const routes = new Hono()
    .get('/assets/*', async (c, next) => {
      await next()
      c.header('cache-control', c.res.ok ? 'public, max-age=31536000, immutable' : 'no-store')
    })
    .get('*', (c, next) => {
      const bytes = c.req.path === '/index.html' ? undefined : files.get(c.req.path)
      if (!bytes || /\.(?:br|gz)$/.test(c.req.path)) return next()
      const encoding = encodingFor(c.req.header('accept-encoding'))
      const short = encoding && files.get(c.req.path + suffix[encoding])
      if (encoding && short) c.header('content-encoding', encoding)
      c.header('vary', 'Accept-Encoding')
      c.header('cache-control', 'public, max-age=3600')
      return c.body(short ?? bytes, 200, { 'content-type': getMimeType(c.req.path) ?? 'application/octet-stream' })
    })
    .get('*', compressed(), (c, next) => {
      if (!isAddress(c.req.path, c.req.header('accept'))) return next()
      const nonce = randomBytes(16).toString('base64url')
      for (const [name, value] of Object.entries(pageHeaders(nonce, home))) c.header(name, value)
      c.header('cache-control', 'no-store')
      const html = withPreloads(template, { address: c.req.url, languages: c.req.header('accept-language') })
      return c.html(html.replace(placeholder, nonce))
    })
  return { routes, build: Array.from(template.matchAll(starts), ([, file]) => file).join(' ') }
}

function filesOf(directory: string) {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map<string, Buffer<ArrayBuffer>>(
    names.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [`/${relative(directory, file).split(sep).join('/')}`, readFileSync(file)]
    }),
  )
}

/** The page knows its addresses, and shows when one does not exist. */
const isAddress = (path: string, accept = '') =>
  !/^\/(?:api|assets)(?:\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path) && /text\/html|\*\/\*/.test(accept)
