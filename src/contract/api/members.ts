import { Invitation, NewInvitation } from '../invitations.ts'
import { MemberRole, Members } from '../members.ts'
import { ProfileChange, PublisherProfile } from '../publisherProfile.ts'
import { missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const publisher = '/api/portal/publishers/{publisherId}'
const get = { part: 'portal', method: 'get' } as const
const post = { part: 'portal', method: 'post' } as const
const done = { 204: { description: 'Done.' } }
const impossible = { 409: problem('It is not possible now; the code of the detail says why.') }

/** The people of a publisher, and its profile. */
export const memberOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'listMembers',
    path: `${publisher}/members`,
    summary: 'The people with a role at a publisher, with what gives it to them; for its owners also the invitations',
    answers: { ...polled('All of them, by name.', Members), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'put',
    id: 'changeMemberRole',
    path: `${publisher}/members/{accountId}`,
    summary: 'Change the role that a person was granted; for an owner in a browser',
    body: { schema: MemberRole, required: true },
    answers: { ...done, ...refusedBody, ...missing, ...impossible },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'removeMember',
    path: `${publisher}/members/{accountId}`,
    summary: 'Take away the role that a person was granted; for an owner in a browser',
    answers: { ...done, ...refusedBody, ...missing, ...impossible },
  },
  {
    ...post,
    id: 'invite',
    path: `${publisher}/invitations`,
    summary: 'Invite a person by address; for an owner in a browser',
    body: { schema: NewInvitation, required: true },
    answers: {
      201: { description: 'The invitation.', body: Invitation },
      ...refusedBody,
      ...missing,
      ...impossible,
    },
  },
  {
    ...post,
    id: 'sendInvitationAgain',
    path: `${publisher}/invitations/{invitationId}/send`,
    summary: 'Send an invitation again, which then expires later; for an owner in a browser',
    answers: { ...done, ...refusedBody, ...missing, ...impossible },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'withdrawInvitation',
    path: `${publisher}/invitations/{invitationId}`,
    summary: 'Withdraw an invitation; for an owner in a browser',
    answers: { ...done, ...refusedBody, ...missing },
  },
  {
    ...get,
    id: 'getPublisherProfile',
    path: `${publisher}/profile`,
    summary: 'How a publisher presents itself, and where its mails go',
    answers: { ...polled('The profile.', PublisherProfile), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'put',
    id: 'changePublisherProfile',
    path: `${publisher}/profile`,
    summary: 'Change the profile of a publisher; for its owners',
    body: { schema: ProfileChange, required: true },
    answers: {
      200: { description: 'The profile as it is now.', body: PublisherProfile },
      ...refusedBody,
      ...missing,
      412: problem('The profile has changed since it was read; nothing was overwritten.'),
    },
  },
]
