import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { signInAddress, signInPaths } from '../../contract/signIn.ts'
import { ProblemError } from '../problems.ts'
import { addressOf } from './address.ts'
import { versioned } from './apiVersion.ts'
import { compressed } from './compressed.ts'
import type { Deps } from './deps.ts'
import { offerRoutes } from './documented/offers.ts'
import { operationRoutes } from './documented/operations.ts'
import { publishingRoutes } from './documented/publishing.ts'
import { isVisit, jsonFromBrowsers, knownHost, limitWrites, readableAddress, refuseForgery } from './guards.ts'
import { reportsPath, safeHeaders } from './headers.ts'
import { authenticate, type Env, signInBrowser } from './identity.ts'
import { limitBody } from './limitBody.ts'
import { notModified } from './notModified.ts'
import { openApi } from './openapi.ts'
import type { Page } from './page.ts'
import { policyReports } from './policyReports.ts'
import { portalRoutes } from './portal/portal.ts'
import { answerProblem } from './problems.ts'
import { identified } from './requestId.ts'
import { sessionOf } from './sessions.ts'
import { signInRoutes } from './signIn/routes.ts'

/** The whole service as one function from Request to Response. It opens no port and reads no environment. */
export const createApp = (deps: Deps, page?: Page) => {
  const { remembered, computed } = notModified(deps)
  const documented = new Hono<Env>()
    .use(versioned)
    .use(authenticate(deps))
    .use(limitWrites(deps))
    .route('/', offerRoutes(deps))
    .route('/', publishingRoutes(deps))
    .route('/', operationRoutes(deps))

  const api = new Hono()
    .use(compressed())
    .use(computed)
    .use(refuseForgery)
    .use(limitBody())
    .use(jsonFromBrowsers)
    .get('/openapi.json', (c) => c.json(openApi))
    .route('/portal', portalRoutes(deps))
    .route('/', documented)

  const app = new Hono({ getPath: addressOf })
    .use(identified(deps))
    .use('/api/*', pageBuild(page?.build))
    .use('/api/*', remembered)
    .use(safeHeaders(deps))
    .use(lastOnConnection(deps))
    .get('/healthz', (c) => c.text('alive'))
    .get('/readyz', async (c) => {
      if (deps.stopping?.()) throw new ProblemError('Unavailable', 'The service is stopping.')
      try {
        await deps.stamp()
        await deps.writable()
      } catch (error) {
        if (error instanceof ProblemError) throw error
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
  if (deps.signIn) app.route(signInPaths.start, signInRoutes(deps, deps.signIn))
  if (page) app.use(signInVisitor(deps)).route(reportsPath, policyReports(deps)).route('/', page.routes)
  return app
}

/** A proxy that keeps connections open sends the next request elsewhere, rather than into one that is being closed. */
const lastOnConnection = ({ stopping }: Pick<Deps, 'stopping'>) =>
  createMiddleware(async (c, next) => {
    await next()
    if (stopping?.()) c.header('connection', 'close')
  })

/** Tells open pages which build the service would serve now. */
const pageBuild = (build: string | undefined) =>
  createMiddleware(async (c, next) => {
    await next()
    if (build) c.header('page-build', build)
  })

/**
 * Only a navigation to the page signs in; the page's files are the same for everyone. While no session can be written, the
 * page is served without: it asks for the session again, and says what is wrong.
 */
function signInVisitor(deps: Deps) {
  const signIn = signInBrowser(deps, isVisit)
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'GET' || !c.req.header('accept')?.includes('text/html')) return next()
    try {
      if (!deps.signIn) await signIn(c)
      else if (isVisit(c) && !isOpenPage(c.req.path) && !(await sessionOf(c, deps)))
        return c.redirect(signInAddress(c.req.path + new URL(c.req.url).search))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      deps.log(error)
    }
    await next()
  })
}

/** Pages about sign-in itself. */
const isOpenPage = (path: string) =>
  [signInPaths.failed, signInPaths.signedIn, signInPaths.signedOut].some((open) => open === path)
