import { Hono } from 'hono'
import { ProblemError } from '../../problems.ts'
import type { Deps } from '../deps.ts'
import { isFromHere, limitWrites } from '../guards.ts'
import { authenticate, type Env, signInBrowser } from '../identity.ts'
import { operatorRoutes } from '../operator/operator.ts'
import { accountRoutes } from './account.ts'
import { attemptRoutes } from './attempts.ts'
import { draftRoutes } from './drafts.ts'
import { historyRoutes } from './history.ts'
import { listRoutes } from './lists.ts'
import { memberRoutes } from './members.ts'
import { newsRoutes } from './news.ts'
import { notificationRoutes } from './notifications.ts'
import { publishingRoutes } from './publishing.ts'
import { sessionRoutes } from './session.ts'
import { viewRoutes } from './views.ts'
import { webhookRoutes } from './webhooks.ts'

/** What the page and the marketplace's operator need beyond the documented API. */
export const portalRoutes = (deps: Deps) => {
  const signIn = signInBrowser(deps, isFromHere)
  const routes = new Hono<Env>()
    .use('/session', async (c, next) => {
      await signIn(c)
      await next()
    })
    .use(authenticate(deps))
    .use(limitWrites(deps))
    .route('/', sessionRoutes(deps))
    .route('/', listRoutes(deps))
    .route('/', historyRoutes(deps))
    .route('/', notificationRoutes(deps))
    .route('/', newsRoutes(deps))
    .route('/', attemptRoutes(deps))
    .route('/', draftRoutes(deps))
    .route('/', publishingRoutes(deps))
    .route('/', viewRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/', webhookRoutes(deps))
  routes.route('/marketplace', operatorRoutes(deps))
  // Without this, the documented API would require its version.
  return routes.all('*', (c) => {
    throw new ProblemError('NotFound', `There is nothing at ${c.req.path}.`)
  })
}
