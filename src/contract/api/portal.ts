import * as z from 'zod/mini'
import { Attempts } from '../attempts.ts'
import { History, HistoryQuery } from '../history.ts'
import { News, ReadNotifications, SeenAll, SeenOffer, Watch } from '../news.ts'
import { NotificationQuery, Notifications } from '../notifications.ts'
import { OfferFileQuery, OfferList, OfferListQuery } from '../offerList.ts'
import { Session, SwitchAccount } from '../session.ts'
import { UsualTimes } from '../usualTimes.ts'
import { SavedView, SavedViews, ViewName } from '../views.ts'
import { addressed, missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const get = { part: 'portal', method: 'get' } as const
const file = { description: 'Separated values with a header row.', body: 'text/csv' } as const
const post = { part: 'portal', method: 'post' } as const
const done = { description: 'Done.' } as const
const text = { description: 'One word.', body: 'text/plain' } as const

/** What the page needs beyond the documented API, and the operations that are open to everyone. */
export const portalOperations: readonly ApiOperation[] = [
  {
    ...get,
    id: 'getSession',
    path: '/api/portal/session',
    summary: 'The account of the caller, with its publishers and roles',
    answers: {
      ...polled(
        'The account, its publishers and roles. A browser without a session gets a new one, and no ETag.',
        Session,
      ),
      ...refused,
    },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'switchAccount',
    path: '/api/portal/session',
    summary: 'Switch to another demonstration account',
    body: { schema: SwitchAccount, required: true },
    answers: {
      204: { description: 'The session now belongs to that account.', headers: { 'Set-Cookie': 'The new session.' } },
      ...refusedBody,
      404: problem('This account does not exist.'),
    },
  },
  {
    ...get,
    id: 'listAllOffers',
    path: '/api/portal/offers',
    summary: 'The offers of all publishers of the caller: filtered, sorted, counted and paged',
    query: OfferListQuery,
    answers: { ...polled('One page.', OfferList), ...refused },
  },
  {
    ...get,
    id: 'listApprovals',
    path: '/api/portal/approvals',
    summary: 'Offers that are published or being published; those that wait for the publisher come first',
    query: OfferListQuery,
    answers: { ...polled('One page.', OfferList), ...refused },
  },
  {
    ...get,
    id: 'downloadAllOffers',
    path: '/api/portal/offers.csv',
    summary: 'All matching offers as a file in a language',
    query: OfferFileQuery,
    answers: { 200: file, ...refused },
  },
  {
    ...get,
    id: 'downloadApprovals',
    path: '/api/portal/approvals.csv',
    summary: 'All matching approvals as a file in a language',
    query: OfferFileQuery,
    answers: { 200: file, ...refused },
  },
  {
    ...get,
    id: 'listViews',
    path: '/api/portal/views',
    summary: 'The views of the lists that the caller keeps',
    answers: { ...polled('All of them.', SavedViews), ...refused },
  },
  {
    part: 'portal',
    method: 'put',
    id: 'saveView',
    path: '/api/portal/views',
    summary: 'Keep a view, or replace the one with its name',
    body: { schema: SavedView, required: true },
    answers: { 204: { description: 'It is kept.' }, ...refusedBody },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'removeView',
    path: '/api/portal/views',
    summary: 'Remove a view',
    query: ViewName,
    answers: { 204: { description: 'There is no view with this name.' }, ...refusedBody },
  },
  {
    ...get,
    id: 'listHistory',
    path: '/api/portal/history',
    summary: 'Who did what and when, newest first, paged',
    query: HistoryQuery,
    answers: { ...polled('One page.', History), ...refused },
  },
  {
    ...get,
    id: 'downloadHistory',
    path: '/api/portal/history.csv',
    summary: 'All matching history as a file',
    query: HistoryQuery,
    answers: { 200: file, ...refused },
  },
  {
    ...get,
    id: 'listNotifications',
    path: '/api/portal/notifications',
    summary: 'The mails about offers, newest first, paged',
    query: NotificationQuery,
    answers: { ...polled('One page.', Notifications), ...refused },
  },
  {
    ...get,
    id: 'getNews',
    path: '/api/portal/news',
    summary: 'What has changed since the account looked last, and the offers that it watches',
    answers: { ...polled('Counts, and the watched offers.', News), ...refused },
  },
  {
    ...post,
    id: 'markAllSeen',
    path: '/api/portal/news/seen',
    summary: 'Mark every change up to these revisions as seen by the account',
    body: { schema: SeenAll, required: true },
    answers: { 204: done, ...refusedBody },
  },
  {
    ...post,
    id: 'markNotificationsRead',
    path: '/api/portal/news/read',
    summary: 'Mark the notifications up to this one as read by the account',
    body: { schema: ReadNotifications, required: true },
    answers: { 204: done, ...refusedBody },
  },
  {
    ...post,
    id: 'markOfferSeen',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/seen',
    summary: 'Mark an offer as seen by the account as it was at this revision',
    body: { schema: SeenOffer, required: true },
    answers: { 204: done, ...refusedBody, ...missing },
  },
  {
    ...post,
    id: 'watchOffer',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/watch',
    summary: 'Watch an offer, or no longer',
    body: { schema: Watch, required: true },
    answers: { 204: done, ...refusedBody, ...missing },
  },
  {
    ...get,
    id: 'listAttempts',
    path: '/api/portal/publishers/{publisherId}/offers/{offerId}/attempts',
    summary: 'The attempts to publish an offer, newest first, with their steps as they were when they ended',
    answers: { ...polled('The last attempts.', Attempts), ...refused, ...missing },
  },
  {
    ...get,
    id: 'getUsualTimes',
    path: '/api/portal/offerTypes/{offerTypeId}/usualTimes',
    summary: 'How long the steps of the last attempts of an offer type took',
    answers: { ...polled('By step, where five attempts or more were measured.', UsualTimes), ...refused, ...missing },
  },
  {
    part: 'open',
    method: 'get',
    id: 'getApiDescription',
    path: '/api/openapi.json',
    summary: 'This document',
    answers: { ...polled('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })), ...addressed },
  },
  {
    part: 'open',
    method: 'get',
    id: 'isAlive',
    path: '/healthz',
    summary: 'The process is running',
    answers: { 200: text },
  },
  {
    part: 'open',
    method: 'get',
    id: 'isReady',
    path: '/readyz',
    summary: 'The database answers',
    answers: { 200: text, 503: problem('The database does not answer.') },
  },
]
