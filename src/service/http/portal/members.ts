import { type Context, Hono } from 'hono'
import { type Invitation, NewInvitation } from '../../../contract/invitations.ts'
import { languages } from '../../../contract/languages.ts'
import { MemberRole, type Members } from '../../../contract/members.ts'
import { ProfileChange, type PublisherProfile } from '../../../contract/publisherProfile.ts'
import { invite, sendAgain, withdraw } from '../../members/invite.ts'
import { changeRole, removeMember } from '../../members/members.ts'
import { type ByOwner, mustOwn } from '../../members/owners.ts'
import { changeProfile } from '../../members/profile.ts'
import { type InvitationRecord, invitationStore } from '../../store/invitations.ts'
import { memberStore } from '../../store/members.ts'
import { roleNamed } from '../../store/memberships.ts'
import { type NotificationRecord, outboxStore } from '../../store/outbox.ts'
import { publisherStore } from '../../store/publishers.ts'
import { peopleOnly, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'
import { stateOf } from './notifications.ts'

const publisher = '/publishers/:publisherId'

/** The people of a publisher, and its profile. */
export const memberRoutes = (deps: Deps) => {
  const { db, now, mail } = deps
  const signsIn = Boolean(deps.signIn)
  const memberDeps = { db, now, signsIn }
  const invitations = invitationStore(db)
  const outbox = outboxStore(db)

  const toInvitation = (row: InvitationRecord, last: NotificationRecord | undefined): Invitation => ({
    id: row.id,
    email: row.email,
    role: roleNamed(row.role),
    language: languages.find((known) => known === row.language) ?? 'en-US',
    invitedBy: row.invited_by,
    sentTime: row.sent_time,
    expiresTime: row.expires_time,
    mail: last ? stateOf(last, mail.sends) : 'kept',
  })

  async function invitationsOf(publisherId: string) {
    const rows = await invitations.ofPublisher(publisherId)
    const mails = await outbox.last(rows.map(({ id }) => id))
    return rows.map((row) => toInvitation(row, mails.get(row.id)))
  }

  return new Hono<Env>()
    .get(`${publisher}/members`, async (c) => {
      const { publisherId } = c.req.param()
      const { accountId } = c.get('caller')
      const role = roleIn(c.get('caller'), publisherId)
      const members = await memberStore(db, signsIn).list(publisherId)
      return c.json({
        items: members.map((member) => ({ ...member, isCaller: member.accountId === accountId })),
        ...(role === 'owner' && { invitations: await invitationsOf(publisherId) }),
      } satisfies Members)
    })
    .put(`${publisher}/members/:accountId`, peopleOnly, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      const { role } = parse(MemberRole, await jsonBody(c))
      await changeRole(memberDeps, { ...request, accountId: c.req.param('accountId'), role })
      return c.body(null, 204)
    })
    .delete(`${publisher}/members/:accountId`, peopleOnly, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      await removeMember(memberDeps, { ...request, accountId: c.req.param('accountId') })
      return c.body(null, 204)
    })
    .post(`${publisher}/invitations`, peopleOnly, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      const made = await invite(memberDeps, { ...request, invitation: parse(NewInvitation, await jsonBody(c)) })
      const mails = await outbox.last([made.id])
      return c.json(toInvitation(made, mails.get(made.id)), 201)
    })
    .post(`${publisher}/invitations/:invitationId/send`, peopleOnly, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      await sendAgain(memberDeps, { ...request, invitationId: c.req.param('invitationId') })
      return c.body(null, 204)
    })
    .delete(`${publisher}/invitations/:invitationId`, peopleOnly, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      await withdraw(memberDeps, { ...request, invitationId: c.req.param('invitationId') })
      return c.body(null, 204)
    })
    .get(`${publisher}/profile`, async (c) => {
      const { publisherId } = c.req.param()
      roleIn(c.get('caller'), publisherId)
      return c.json((await publisherStore(db).profile(publisherId)) satisfies PublisherProfile)
    })
    .put(`${publisher}/profile`, async (c) => {
      const request = byOwner(c, c.req.param('publisherId'))
      const wanted = parse(ProfileChange, await jsonBody(c))
      return c.json((await changeProfile(deps, { ...request, wanted })) satisfies PublisherProfile)
    })
}

function byOwner(c: Context<Env>, publisherId: string): ByOwner {
  const { accountId, email, roles } = c.get('caller')
  mustOwn(roles.get(publisherId), publisherId)
  return { publisherId, owner: { accountId, email } }
}
