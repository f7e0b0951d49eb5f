import { Hono } from 'hono'
import {
  type AccountSessions,
  type CreatedToken,
  NewToken,
  type PersonalTokens,
  type SignedOut,
  SignOut,
} from '../../../contract/account.ts'
import { found, ProblemError } from '../../problems.ts'
import { stronger } from '../../store/memberships.ts'
import { personalTokenStore } from '../../store/personalTokens.ts'
import { sessionStore } from '../../store/sessions.ts'
import { peopleOnly, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { forgetSession } from '../sessions.ts'

/** Where the caller is signed in, and the tools that act in their name. */
export const accountRoutes = (deps: Deps) => {
  const { db, now, log, signIn } = deps
  const sessions = sessionStore(db, deps.sessionLife)
  const tokens = personalTokenStore(db)

  /** The issuer’s own session ends too, unless the issuer is away. */
  const next = async () => {
    const onward = await signIn?.provider.endSession().catch((error: Error) => log(error))
    return onward ?? '/signed-out'
  }

  return new Hono<Env>()
    .get('/account/sessions', async (c) => {
      const current = c.get('session')?.id
      const known = await sessions.list(c.get('caller').accountId, now())
      known.sort((a, b) => Number(b.id === current) - Number(a.id === current))
      return c.json({
        items: known.map(({ id, device, createdTime, usedTime }) => ({
          id,
          device,
          createdTime: createdTime.toISOString(),
          usedTime: usedTime.toISOString(),
          current: id === current,
        })),
      } satisfies AccountSessions)
    })
    .delete('/account/sessions/:sessionId', peopleOnly, async (c) => {
      const { sessionId } = c.req.param()
      if (!(await sessions.end(c.get('caller').accountId, sessionId)))
        throw new ProblemError('NotFound', `Session ${sessionId} does not exist.`)
      return c.body(null, 204)
    })
    .post('/account/signOut', peopleOnly, async (c) => {
      const { everywhere } = parse(SignOut, await jsonBody(c))
      const session = found(c.get('session'), 'The session')
      await sessions.end(session.accountId, everywhere ? undefined : session.id)
      forgetSession(c, deps)
      return c.json({ address: await next() } satisfies SignedOut)
    })
    .get('/account/tokens', async (c) =>
      c.json({ items: await tokens.list(c.get('caller').accountId) } satisfies PersonalTokens),
    )
    .post('/account/tokens', peopleOnly, async (c) => {
      const caller = c.get('caller')
      const wanted = parse(NewToken, await jsonBody(c))
      const role = roleIn(caller, wanted.publisherId)
      if (stronger(role, wanted.role) !== role)
        throw new ProblemError(
          'Forbidden',
          `A ${role} of ${wanted.publisherId} cannot give away the role ${wanted.role}.`,
        )
      return c.json((await tokens.add(caller.accountId, wanted, now())) satisfies CreatedToken, 201)
    })
    .delete('/account/tokens/:tokenId', peopleOnly, async (c) => {
      const { tokenId } = c.req.param()
      if (!(await tokens.remove(c.get('caller').accountId, tokenId)))
        throw new ProblemError('NotFound', `Token ${tokenId} does not exist.`)
      return c.body(null, 204)
    })
}
