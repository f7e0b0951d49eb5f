import { type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  AccountSessions,
  CreatedToken,
  type NewToken,
  PersonalTokens,
  SignedOut,
  type SignOut,
} from '../../contract/account.ts'
import { call } from './http.ts'

const path = '/portal/account'

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => call(`${path}/sessions`, { reply: AccountSessions }),
})

export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: () => call(`${path}/tokens`, { reply: PersonalTokens }),
})

export async function endSession(client: QueryClient, id: string) {
  await call(`${path}/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
  await client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
}

/** Leaves the page: what it shows belongs to somebody who is gone. */
export async function signOut(request: SignOut) {
  const { address } = await call(`${path}/signOut`, { post: true, body: request, reply: SignedOut })
  location.assign(address)
}

export async function createToken(client: QueryClient, wanted: NewToken) {
  try {
    return await call(`${path}/tokens`, { post: true, body: wanted, reply: CreatedToken })
  } finally {
    // A token whose answer was lost is in the list.
    void client.invalidateQueries({ queryKey: tokensQuery.queryKey })
  }
}

export async function revokeToken(client: QueryClient, id: string) {
  await call(`${path}/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' })
  await client.invalidateQueries({ queryKey: tokensQuery.queryKey })
}
