import type { Role } from '../../contract/session.ts'
import { found } from '../problems.ts'
import { event } from '../publishing/transition.ts'
import type { Change } from '../store/changes.ts'
import { recordEvents } from '../store/history.ts'
import { memberStore } from '../store/members.ts'
import { membershipStore } from '../store/memberships.ts'
import { personalTokenStore } from '../store/personalTokens.ts'
import { actorOf, asOwner, type ByOwner, type MemberDeps, refusal } from './owners.ts'

type OfMember = ByOwner & { accountId: string }

export const changeRole = ({ db, now, signsIn }: MemberDeps, request: OfMember & { role: Role }): Promise<void> =>
  asOwner(db, request, async (open) => {
    const { accountId, role } = request
    const { email, granted, claimed } = await grantedMember(open, accountId, signsIn)
    if (role === granted) return
    if (role !== 'owner' && claimed !== 'owner') await mustHaveOtherOwner(open, accountId, signsIn)
    await membershipStore(open.tx).set(accountId, open.publisherId, 'granted', role)
    const details = { member: email, role, formerRole: granted }
    await recordEvents(open, {}, [event('MemberRoleChanged', actorOf(request), now(), details)])
  })

/** Takes away what was granted here. Tokens that the person made for this publisher must not work again after a return. */
export const removeMember = ({ db, now, signsIn }: MemberDeps, request: OfMember): Promise<void> =>
  asOwner(db, request, async (open) => {
    const { accountId } = request
    const { email, granted, claimed } = await grantedMember(open, accountId, signsIn)
    if (claimed !== 'owner') await mustHaveOtherOwner(open, accountId, signsIn)
    await membershipStore(open.tx).revoke(accountId, open.publisherId)
    if (!claimed) await personalTokenStore(open.tx).removeAt(accountId, open.publisherId)
    const details = { member: email, formerRole: granted }
    await recordEvents(open, {}, [event('MemberRemoved', actorOf(request), now(), details)])
  })

async function grantedMember({ tx, publisherId }: Change, accountId: string, signsIn: boolean) {
  const members = await memberStore(tx, signsIn).list(publisherId)
  const { granted, ...member } = found(
    members.find((one) => one.accountId === accountId),
    `Member ${accountId}`,
  )
  if (!granted)
    throw refusal('claimedRole', 'The role comes from the sign-in of the organization and is changed there.')
  return { ...member, granted }
}

/** Someone must be able to let others in. */
async function mustHaveOtherOwner({ tx, publisherId }: Change, accountId: string, signsIn: boolean) {
  const members = await memberStore(tx, signsIn).list(publisherId)
  if (!members.some((one) => one.role === 'owner' && one.accountId !== accountId))
    throw refusal('lastOwner', 'A publisher needs an owner: make another member an owner first.')
}
