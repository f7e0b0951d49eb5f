import { Hono } from 'hono'
import { OfferListQuery } from '../../../contract/offerList.ts'
import { type Session, SwitchAccount } from '../../../contract/session.ts'
import { offerTypes } from '../../offerTypes/catalogue.ts'
import { ProblemError } from '../../problems.ts'
import { accountStore } from '../../store/accounts.ts'
import { offerListStore } from '../../store/offerList.ts'
import { publisherStore } from '../../store/publishers.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { isFromHere } from '../guards.ts'
import { authenticate, type Env, openSession, signInBrowser } from '../identity.ts'
import { operatorRoutes } from '../operator/operator.ts'
import { parse } from '../problems.ts'
import { historyRoutes } from './history.ts'
import { notificationRoutes } from './notifications.ts'

/** What the page needs beyond the documented API: who looks, and the lists over all their publishers. */
export const portalRoutes = (deps: Deps) => {
  const accounts = accountStore(deps.db)
  const lists = offerListStore(deps.db)
  const publishers = publisherStore(deps.db)

  return (
    new Hono<Env>()
      .use('/session', signInBrowser(deps, isFromHere))
      .use(authenticate(deps))
      .get('/session', async (c) => {
        const { accountId, name, email, roles } = c.get('caller')
        const ids = [...roles.keys()]
        const people = await accounts.people()
        return c.json({
          account: { id: accountId, name, email },
          accounts: people.filter(({ id }) => id !== accountId),
          publishers: (await publishers.list(ids)).map(({ id, definition }) => ({
            id,
            name: definition.displayText,
            role: roles.get(id)!,
          })),
          offerTypes: offerTypes.map(({ id, displayText }) => ({ id, displayText })),
          ...(await lists.stirring(ids)),
          simulated: true,
        } satisfies Session)
      })
      .post('/session', async (c) => {
        const { accountId } = parse(SwitchAccount, await jsonBody(c))
        const people = await accounts.people()
        if (!people.some(({ id }) => id === accountId))
          throw new ProblemError('NotFound', `There is no demonstration account ${accountId}.`)
        await openSession(c, deps, accountId)
        return c.body(null, 204)
      })
      .get('/offers', async (c) =>
        c.json(await lists.page([...c.get('caller').roles.keys()], 'all', parse(OfferListQuery, c.req.query()))),
      )
      .get('/approvals', async (c) =>
        c.json(await lists.page([...c.get('caller').roles.keys()], 'approvals', parse(OfferListQuery, c.req.query()))),
      )
      .route('/', historyRoutes(deps))
      .route('/', notificationRoutes(deps))
      .route('/marketplace', operatorRoutes(deps))
      // Else the documented API would ask for its version.
      .all('*', (c) => {
        throw new ProblemError('NotFound', `There is nothing at ${c.req.path}.`)
      })
  )
}
