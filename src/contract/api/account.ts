import { AccountSessions, CreatedToken, NewToken, PersonalTokens, SignedOut, SignOut } from '../account.ts'
import { missing, polled, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const get = { part: 'portal', method: 'get' } as const
const post = { part: 'portal', method: 'post' } as const

/** Where an account is signed in, and the tools that act in its name. */
export const accountOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'listSessions',
    path: '/api/portal/account/sessions',
    summary: 'The browsers in which the account is signed in',
    answers: { ...polled('This one, then the last used.', AccountSessions), ...refused },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'endSession',
    path: '/api/portal/account/sessions/{sessionId}',
    summary: 'End a session of the account; for a person in a browser',
    answers: { 204: { description: 'It has ended.' }, ...refusedBody, ...missing },
  },
  {
    ...post,
    id: 'signOut',
    path: '/api/portal/account/signOut',
    summary: 'End this session, or all sessions of the account; for a person in a browser',
    body: { schema: SignOut, required: true },
    answers: { 200: { description: 'Where the browser goes next.', body: SignedOut }, ...refusedBody },
  },
  {
    ...get,
    id: 'listTokens',
    path: '/api/portal/account/tokens',
    summary: 'The personal access tokens of the account, without the tokens themselves',
    answers: { ...polled('All of them, newest first.', PersonalTokens), ...refused },
  },
  {
    ...post,
    id: 'createToken',
    path: '/api/portal/account/tokens',
    summary: 'Create a personal access token; for a person in a browser',
    body: { schema: NewToken, required: true },
    answers: {
      201: { description: 'The token, which is shown this once.', body: CreatedToken },
      ...refusedBody,
      ...missing,
    },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'revokeToken',
    path: '/api/portal/account/tokens/{tokenId}',
    summary: 'Revoke a personal access token; for a person in a browser',
    answers: { 204: { description: 'It opens nothing any more.' }, ...refusedBody, ...missing },
  },
]
