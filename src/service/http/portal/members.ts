import { Hono } from 'hono'
import type { Members } from '../../../contract/members.ts'
import { memberStore } from '../../store/members.ts'
import { roleIn } from '../access.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'

/** The people of a publisher. */
export const memberRoutes = ({ db }: Deps) =>
  new Hono<Env>().get('/publishers/:publisherId/members', async (c) => {
    const { publisherId } = c.req.param()
    const { accountId } = c.get('caller')
    roleIn(c.get('caller'), publisherId)
    const members = await memberStore(db).list(publisherId)
    return c.json({
      items: members.map((member) => ({ ...member, isCaller: member.accountId === accountId })),
    } satisfies Members)
  })
