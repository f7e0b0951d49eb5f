import { ContentChanges, ContentChangesQuery } from '../contentChanges.ts'
import { GoLiveSchedule, ScheduleGoLive, UnscheduleGoLive } from '../goLiveSchedule.ts'
import { DelistRequest } from '../publish.ts'
import { PublishCheck } from '../publishCheck.ts'
import { missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const get = { part: 'portal', method: 'get' } as const
const notAtSignOff = problem('The offer does not wait for sign-off: the details give the reason.')
const anotherSubmission = problem('The submission is not the one that the request names; nothing was changed.')

/** What a publisher needs before an action, and actions at a later time. */
export const publishingOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'checkBeforePublish',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/publishCheck',
    summary: 'What checks find in the draft, what is unfixed since the last failure, and the usual addresses',
    answers: { ...polled('Nothing was published.', PublishCheck), ...refused, ...missing },
  },
  {
    ...get,
    id: 'compareContent',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/changes',
    summary: 'What differs between two versions of the content of an offer, secrets by name only',
    query: ContentChangesQuery,
    answers: { ...polled('Field by field.', ContentChanges), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'put',
    id: 'scheduleGoLive',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/goLiveSchedule',
    summary: 'Sign off the preview at a later time, in place of an earlier plan',
    body: { schema: ScheduleGoLive, required: true },
    answers: {
      200: {
        description: 'It goes live then, unless it is taken back or something else happens before.',
        body: GoLiveSchedule,
      },
      ...refusedBody,
      ...missing,
      409: notAtSignOff,
      412: anotherSubmission,
    },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'unscheduleGoLive',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/goLiveSchedule',
    summary: 'Take a scheduled Go Live back',
    query: UnscheduleGoLive,
    answers: {
      204: { description: 'Nothing is scheduled.' },
      ...refusedBody,
      ...missing,
      409: notAtSignOff,
      412: anotherSubmission,
    },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'delistForPublisher',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/delist',
    summary: 'Take a live offer out of Partner Center',
    body: { schema: DelistRequest, required: false },
    answers: {
      202: { description: 'Requested. The offer is delisted once Partner Center reports it.' },
      ...refusedBody,
      ...missing,
      409: problem('The offer cannot be delisted now: the details give the reason.'),
      412: anotherSubmission,
    },
  },
]
