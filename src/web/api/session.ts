import type { QueryClient } from '@tanstack/react-query'
import { Session, type SwitchAccount } from '../../contract/session.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

export const sessionQuery = polled({
  queryKey: ['session'],
  ask: () => call('/portal/session', { reply: Session }),
  base: (session) => (session?.moving === false ? paces.rest : paces.list),
})

/** Whether the caller may change offers, of one publisher or of any; presumed until the session is known. */
export const mayAct = (publisherId?: string) => (session: Session) =>
  session.publishers.some(({ id, role }) => role !== 'reader' && (publisherId === undefined || id === publisherId))

export const hasAnyRole = ({ publishers }: Session) => publishers.length > 0

/** Everything on screen belongs to the previous account, so every query is sent again. */
export async function switchAccount(client: QueryClient, accountId: string) {
  await call('/portal/session', { post: true, body: { accountId } satisfies SwitchAccount })
  await client.resetQueries()
}
