import type { MemberRefusal } from '../../contract/members.ts'
import type { Role } from '../../contract/session.ts'
import { ProblemError } from '../problems.ts'
import { type Actor, person } from '../publishing/actor.ts'
import { type Change, change } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { membershipStore } from '../store/memberships.ts'

/** An owner who changes something of a publisher's people. */
export type ByOwner = { publisherId: string; owner: { accountId: string; email: string } }

/** `signsIn`: people sign in with an issuer; otherwise they are accounts of the demonstration. */
export type MemberDeps = { db: Database; now: () => Date; signsIn: boolean }

export const actorOf = ({ owner }: ByOwner): Actor => person(owner.email)

export function mustOwn(role: Role | undefined, publisherId: string) {
  if (!role) throw new ProblemError('NotFound', `Publisher ${publisherId} does not exist.`)
  if (role !== 'owner') throw new ProblemError('Forbidden', `Only an owner of ${publisherId} may do this.`)
}

/** Runs `work` with the publisher's row locked, unless the caller has lost the role since the request came in. */
export const asOwner = <T>(
  db: Database,
  { publisherId, owner }: ByOwner,
  work: (change: Change) => Promise<T>,
): Promise<T> =>
  change(db, publisherId, async (open) => {
    mustOwn((await membershipStore(open.tx).rolesOf(owner.accountId)).get(publisherId), publisherId)
    return work(open)
  })

export const refusal = (code: MemberRefusal, message: string) =>
  new ProblemError('ActionNotAllowed', message, [{ code, message }])
