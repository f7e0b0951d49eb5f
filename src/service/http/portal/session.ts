import { Hono } from 'hono'
import { type Session, SwitchAccount } from '../../../contract/session.ts'
import { acceptAll } from '../../members/accept.ts'
import { offerTypes } from '../../offerTypes/catalogue.ts'
import { ProblemError } from '../../problems.ts'
import { accountStore } from '../../store/accounts.ts'
import { offerListStore } from '../../store/offerList.ts'
import { publisherStore } from '../../store/publishers.ts'
import { remoteOfferStore } from '../../store/remoteOffers.ts'
import { viewStore } from '../../store/views.ts'
import { visibleOffers } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { epochOf } from '../epoch.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { openSession } from '../sessions.ts'
import { sharedAnswers } from '../sharedAnswers.ts'

/** The signed-in account with its publishers, and the switch to another demonstration account. */
export const sessionRoutes = (deps: Deps) => {
  const accounts = accountStore(deps.db)
  const lists = offerListStore(deps.db)
  const publishers = publisherStore(deps.db)
  /** Where people sign in, nobody becomes anybody else. */
  const switchable = async () => (deps.demoAccount ? accounts.people() : [])

  return new Hono<Env>()
    .get('/session', sharedAnswers(deps), async (c) => {
      const { accountId, name, email, roles } = c.get('caller')
      const ids = [...roles.keys()]
      const people = await switchable()
      const kept = (await viewStore(deps.db, accountId).all()).filter(({ isDefault }) => isDefault)
      return c.json({
        account: { id: accountId, name, email },
        accounts: people.filter(({ id }) => id !== accountId),
        publishers: (await publishers.list(ids)).map(({ id, definition }) => ({
          id,
          name: definition.displayText,
          role: roles.get(id)!,
        })),
        offerTypes: offerTypes.map(({ id, displayText }) => ({ id, displayText })),
        ...(await lists.stirring(visibleOffers(c.get('caller')), deps.now())),
        epoch: await epochOf(deps, c.get('caller')),
        ...(kept.length > 0 && { defaultViews: Object.fromEntries(kept.map(({ list, search }) => [list, search])) }),
        ...(deps.signIn && { signsIn: true }),
        ...(deps.support && { support: deps.support }),
        simulated: deps.simulated && !(await remoteOfferStore(deps.db).any()),
      } satisfies Session)
    })
    .post('/session', async (c) => {
      const { accountId } = parse(SwitchAccount, await jsonBody(c))
      const people = await switchable()
      const known = people.some(({ id }) => id === accountId) && (await accounts.caller(accountId))
      if (known) await acceptAll(deps.db, known, deps.now())
      const caller = known && (await accounts.caller(accountId))
      if (!caller) throw new ProblemError('NotFound', `There is no demonstration account ${accountId}.`)
      await openSession(c, deps, caller)
      return c.body(null, 204)
    })
}
