import { invitationLimit, type NewInvitation } from '../../contract/invitations.ts'
import { found } from '../problems.ts'
import { event } from '../publishing/transition.ts'
import { accountStore } from '../store/accounts.ts'
import type { Change } from '../store/changes.ts'
import { recordEvents } from '../store/history.ts'
import { emailKey, type InvitationRecord, invitationStore } from '../store/invitations.ts'
import { memberStore } from '../store/members.ts'
import { dropUnsent, enqueueMail, mailsTo } from '../store/outbox.ts'
import { publisherStore } from '../store/publishers.ts'
import { actorOf, asOwner, type ByOwner, type MemberDeps, refusal } from './owners.ts'

type OfInvitation = ByOwner & { invitationId: string }

const hour = 3_600_000
/** Mails that one address gets of all publishers within an hour: nobody may be flooded from here. */
const mostMails = 5

export const invite = (
  { db, now, signsIn }: MemberDeps,
  request: ByOwner & { invitation: NewInvitation },
): Promise<InvitationRecord> =>
  asOwner(db, request, async (open) => {
    const { invitation, owner } = request
    const { email, role } = invitation
    const key = emailKey(email)
    const members = await memberStore(open.tx, signsIn).list(open.publisherId)
    if (members.some((member) => member.granted && emailKey(member.email) === key))
      throw refusal('alreadyMember', 'A member has this address already: change their role instead.')
    const invitations = invitationStore(open.tx)
    const known = await invitations.ofPublisher(open.publisherId)
    const earlier = known.find(({ email_key }) => email_key === key)
    if (earlier && earlier.expires_time > now().toISOString())
      throw refusal('alreadyInvited', 'This address is invited already: send the invitation again instead.')
    if (!earlier && known.length >= invitationLimit)
      throw refusal('tooManyInvitations', `There are ${invitationLimit} open invitations: withdraw one first.`)
    if (earlier) await dropUnsent(open, earlier.id)
    const made = await invitations.add(open, invitation, owner.email, now())
    if (!signsIn) await accountStore(open.tx).addInvited(email)
    await send(open, made, { now, signsIn })
    await recordEvents(open, {}, [event('MemberInvited', actorOf(request), now(), { member: email, role })])
    return made
  })

export const sendAgain = ({ db, now, signsIn }: MemberDeps, request: OfInvitation): Promise<void> =>
  asOwner(db, request, async (open) => {
    const invitation = await invitationOf(open, request)
    const { email, role } = invitation
    await dropUnsent(open, invitation.id)
    await send(open, await invitationStore(open.tx).renew(invitation, now()), { now, signsIn })
    await recordEvents(open, {}, [event('InvitationSentAgain', actorOf(request), now(), { member: email, role })])
  })

export const withdraw = ({ db, now }: MemberDeps, request: OfInvitation): Promise<void> =>
  asOwner(db, request, async (open) => {
    const invitation = await invitationOf(open, request)
    const { email, role } = invitation
    await invitationStore(open.tx).remove(invitation)
    await dropUnsent(open, invitation.id)
    await recordEvents(open, {}, [event('InvitationWithdrawn', actorOf(request), now(), { member: email, role })])
  })

const invitationOf = async ({ tx, publisherId }: Change, { invitationId }: OfInvitation) =>
  found(await invitationStore(tx).one(publisherId, invitationId), `Invitation ${invitationId}`)

async function send(open: Change, invitation: InvitationRecord, { now, signsIn }: Pick<MemberDeps, 'now' | 'signsIn'>) {
  const { id, email, role, language, invited_by: inviter, expires_time: expiresTime, sends } = invitation
  if ((await mailsTo(open, 'invitation', email, new Date(now().getTime() - hour))) >= mostMails)
    throw refusal('sentTooOften', 'This address has got several invitations within the last hour: try again later.')
  const publisher = await publisherStore(open.tx).displayText(open.publisherId)
  const details = { publisher, inviter, role, expiresTime, signsIn }
  await enqueueMail(open, { id, kind: 'invitation', number: sends, details, recipients: email, language }, now())
}
