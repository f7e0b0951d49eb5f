import { Members } from '../../contract/members.ts'
import { call } from './http.ts'
import { paces } from './pace.ts'
import { polled } from './polled.ts'

const pathOf = (publisherId: string) => `/portal/publishers/${encodeURIComponent(publisherId)}`

/** The people of a publisher. */
export const membersQuery = (publisherId: string) =>
  polled({
    queryKey: ['members', publisherId],
    ask: () => call(`${pathOf(publisherId)}/members`, { reply: Members }),
    base: () => paces.rest,
  })
