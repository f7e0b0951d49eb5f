import { createMiddleware } from 'hono/factory'
import type { Role } from '../../contract/session.ts'
import { ProblemError } from '../problems.ts'
import type { Caller } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'
import type { Visible } from '../store/offerFilter.ts'
import { publisherStore } from '../store/publishers.ts'
import type { Env } from './identity.ts'

/** A token that leaks must neither make others, nor end sessions, nor let people in. */
export const peopleOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.get('session')) throw new ProblemError('Forbidden', 'Only a person who is signed in in a browser may do this.')
  await next()
})

/** The caller's role at the publisher in the address; a publisher where they have none does not exist for them (D14). */
export function roleIn(caller: Caller, publisherId: string): Role {
  const role = caller.roles.get(publisherId)
  if (!role) throw new ProblemError('NotFound', `Publisher ${publisherId} does not exist.`)
  return role
}

export function mustWrite(caller: Caller, publisherId: string) {
  if (roleIn(caller, publisherId) === 'reader')
    throw new ProblemError('Forbidden', `A reader of ${publisherId} may look only.`)
}

export function mustOwn(caller: Caller, publisherId: string) {
  if (roleIn(caller, publisherId) !== 'owner')
    throw new ProblemError('Forbidden', `Only an owner of ${publisherId} may do this.`)
}

/** What the lists of offers show the caller, and where they may act. */
export const visibleOffers = ({ roles }: Caller): Visible => ({
  publisherIds: [...roles.keys()],
  acting: [...roles].filter(([, role]) => role !== 'reader').map(([id]) => id),
})

/** The publishers whose history and mails the caller may read: their own, or all of them for an operator. */
export const visiblePublishers = async ({ operator, roles }: Caller, db: Database): Promise<string[]> =>
  operator ? publisherStore(db).ids() : [...roles.keys()]
