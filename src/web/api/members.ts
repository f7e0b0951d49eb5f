import type { QueryClient } from '@tanstack/react-query'
import { Invitation, type NewInvitation } from '../../contract/invitations.ts'
import { type MemberRole, Members } from '../../contract/members.ts'
import { type ProfileChange, PublisherProfile } from '../../contract/publisherProfile.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'
import { sessionQuery } from './session.ts'

const pathOf = (publisherId: string) => `/portal/publishers/${encodeURIComponent(publisherId)}`
const memberPath = (publisherId: string, accountId: string) =>
  `${pathOf(publisherId)}/members/${encodeURIComponent(accountId)}`
const invitationPath = (publisherId: string, id: string) =>
  `${pathOf(publisherId)}/invitations/${encodeURIComponent(id)}`

/** The people of a publisher. */
export const membersQuery = (publisherId: string) =>
  polled({
    queryKey: ['members', publisherId],
    ask: () => call(`${pathOf(publisherId)}/members`, { reply: Members }),
    base: () => paces.rest,
  })

export const profileQuery = (publisherId: string) =>
  polled({
    queryKey: ['publisherProfile', publisherId],
    ask: () => call(`${pathOf(publisherId)}/profile`, { reply: PublisherProfile }),
    base: () => paces.rest,
  })

/** The change may be about the account's own role, and in local mode about the accounts to switch to. */
const changed = (client: QueryClient, publisherId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: membersQuery(publisherId).queryKey }),
    client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])

/** What an owner does at one publisher; each ends when the page shows it. */
export const membersOf = (client: QueryClient, publisherId: string) => ({
  async invite(invitation: NewInvitation) {
    await call(`${pathOf(publisherId)}/invitations`, { post: true, body: invitation, reply: Invitation })
    await changed(client, publisherId)
  },

  async sendAgain(id: string) {
    await call(`${invitationPath(publisherId, id)}/send`, { post: true })
    await changed(client, publisherId)
  },

  async withdraw(id: string) {
    await call(invitationPath(publisherId, id), { method: 'DELETE' })
    await changed(client, publisherId)
  },

  async changeRole(accountId: string, role: MemberRole['role']) {
    await call(memberPath(publisherId, accountId), { method: 'PUT', body: { role } satisfies MemberRole })
    await changed(client, publisherId)
  },

  async remove(accountId: string) {
    await call(memberPath(publisherId, accountId), { method: 'DELETE' })
    await changed(client, publisherId)
  },
})

export async function saveProfile(client: QueryClient, publisherId: string, wanted: ProfileChange) {
  const { queryKey } = profileQuery(publisherId)
  try {
    const saved = await call(`${pathOf(publisherId)}/profile`, { method: 'PUT', body: wanted, reply: PublisherProfile })
    client.setQueryData(queryKey, saved)
  } catch (error) {
    void client.invalidateQueries({ queryKey })
    throw error
  }
  await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
}
