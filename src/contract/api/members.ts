import { Members } from '../members.ts'
import { missing, polled, refused } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const get = { part: 'portal', method: 'get' } as const

/** The people of a publisher. */
export const memberOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'listMembers',
    path: '/api/portal/publishers/{publisherId}/members',
    summary: 'The people with a role at a publisher, with what gives it to them',
    answers: { ...polled('All of them, by name.', Members), ...refused, ...missing },
  },
]
