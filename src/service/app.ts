import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { authenticate, type Env, refuseForgery, signInBrowser } from './caller.ts'
import { compressed } from './compressed.ts'
import { conditional } from './conditional.ts'
import type { Deps } from './deps.ts'
import { safeHeaders } from './headers.ts'
import { openApi } from './openapi.ts'
import { answerProblem, ProblemError } from './problems.ts'
import { offerRoutes } from './routes/offers.ts'
import { operationRoutes } from './routes/operations.ts'
import { portalRoutes } from './routes/portal.ts'
import { publishingRoutes } from './routes/publishing.ts'
import { versioned } from './routes/versioned.ts'

const largestBody = 1024 * 1024

/** The whole service as one function from Request to Response. It opens no port and reads no environment. */
export const createApp = (deps: Deps, page?: Hono) => {
  const { quick, careful } = conditional(deps)
  const documented = new Hono<Env>()
    .use(versioned)
    .use(authenticate(deps))
    .route('/', offerRoutes(deps))
    .route('/', publishingRoutes(deps))
    .route('/', operationRoutes(deps))

  const api = new Hono()
    .use(compressed())
    .use(careful)
    .use(refuseForgery)
    .use(
      bodyLimit({
        maxSize: largestBody,
        onError: () => {
          throw new ProblemError('ContentTooLarge', 'The body is larger than 1 MB.')
        },
      }),
    )
    .get('/openapi.json', (c) => c.json(openApi))
    .route('/portal', portalRoutes(deps))
    .route('/', documented)

  const app = new Hono()
    .use('/api/*', quick)
    .use(safeHeaders())
    .get('/healthz', (c) => c.text('alive'))
    .get('/readyz', async (c) => {
      try {
        await deps.stamp()
      } catch (error) {
        deps.log(error as Error)
        throw new ProblemError('Unavailable', 'The database does not answer.')
      }
      return c.text('ready')
    })
    .use(knownHost(deps))
    .use(readableAddress)
    .route('/api', api)
    .notFound((c) => answerProblem(deps.log)(new ProblemError('NotFound', `There is nothing at ${c.req.path}.`), c))
    .onError(answerProblem(deps.log))
  if (page) app.use(forBrowser(signInBrowser(deps))).route('/', page)
  return app
}

/** Only the page itself signs in: its files are the same for everybody. */
const forBrowser = (signIn: MiddlewareHandler) =>
  createMiddleware((c, next) =>
    c.req.method === 'GET' && c.req.header('accept')?.includes('text/html') ? signIn(c, next) : next(),
  )

/** A name of an attacker's that leads to this machine must not pass for this site. */
const knownHost = ({ hosts }: Deps) =>
  createMiddleware(async (c, next) => {
    if (!hosts.includes(new URL(c.req.url).hostname))
      throw new ProblemError('Forbidden', 'The dashboard is not served under this name.')
    await next()
  })

/** No name holds it, and PostgreSQL takes no text that does. */
const readableAddress = createMiddleware(async (c, next) => {
  if (c.req.url.includes('%00')) throw new ProblemError('InvalidInput', 'The address holds the character U+0000.')
  await next()
})
