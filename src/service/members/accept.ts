import { person } from '../publishing/actor.ts'
import { event } from '../publishing/transition.ts'
import { changeOf } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { recordEvents } from '../store/history.ts'
import { invitationStore } from '../store/invitations.ts'
import { membershipStore, roleNamed, stronger } from '../store/memberships.ts'

/**
 * Gives a person the roles that they were invited to; in the transaction of their sign-in. `email`: an address that is
 * known to be theirs.
 */
export async function acceptInvitations(
  tx: Parameters<typeof changeOf>[0],
  { accountId, email }: { accountId: string; email: string },
  now: Date,
) {
  for (const { id, publisher_id } of await invitationStore(tx).openFor(email, now)) {
    const open = await changeOf(tx, publisher_id)
    // Read again now that nobody else can change it: it may have been withdrawn.
    const invitation = await invitationStore(tx).one(publisher_id, id)
    if (!invitation) continue
    const memberships = membershipStore(tx)
    const before = (await memberships.rolesOf(accountId, 'granted')).get(publisher_id)
    const role = stronger(roleNamed(invitation.role), before)
    await memberships.set(accountId, publisher_id, 'granted', role)
    await invitationStore(tx).remove(invitation)
    await recordEvents(open, {}, [event('MemberJoined', person(email), now, { member: email, role })])
  }
}

/** The same in a transaction of its own. */
export const acceptAll = (db: Database, who: { accountId: string; email: string }, now: Date) =>
  db.transaction().execute((tx) => acceptInvitations(tx, who, now))
