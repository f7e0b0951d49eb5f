import type { QueryClient } from '@tanstack/react-query'
import { matchPath, type Params } from 'react-router'
import type { ListName } from '../../contract/offerList.ts'
import { signInPaths } from '../../contract/signIn.ts'
import { tokensQuery } from '../api/account.ts'
import { historyQuery, notificationsQuery } from '../api/history.ts'
import { offersQuery } from '../api/offerList.ts'
import type { PolledQuery } from '../api/polled.ts'
import { statusQuery } from '../api/status.ts'
import { serviceTime } from '../clock.ts'
import {
  askedBy,
  filterFrom as eventFilterFrom,
  offerFilterFrom as eventFilterOfOfferFrom,
  ofOffer,
} from '../features/history/filter.ts'
import { asked, filterFrom as offerFilterFrom } from '../features/offerList/filter.ts'
import { OfferListPage } from '../features/offerList/OfferListPage.tsx'
import { startOfDay } from '../i18n/days.ts'
import type { PageWords } from '../i18n/words.ts'
import { present } from '../loading.ts'
import { patterns } from '../paths.ts'
import { type LazyCode, lazyCode } from '../ui/Lazy.tsx'
import { NewsStrip } from './later.tsx'

/** Asks one question, unless its answer is there. */
type Question = (client: QueryClient) => Promise<void>

export type PageRoute = {
  path: string
  /** A shorter address that leads here. */
  shortcut?: string
  code: LazyCode<object>
  words: readonly PageWords[]
  /** What the page asks the service as it opens. */
  questions: (params: Params, search: URLSearchParams) => Question[]
}

const question =
  <Answer extends object>(query: PolledQuery<Answer>): Question =>
  (client) =>
    client.prefetchQuery(query)

const today = () => startOfDay(serviceTime())

const offerList = (list: ListName) => ({
  code: present(() => <OfferListPage list={list} news={list === 'offers' && <NewsStrip />} />),
  words: [],
  questions: (_: Params, search: URLSearchParams) => [
    question(offersQuery(list, asked(list, offerFilterFrom(search)))),
  ],
})

export const pages: readonly PageRoute[] = [
  { path: patterns.offers, shortcut: '/', ...offerList('offers') },
  {
    path: patterns.newOffer,
    code: lazyCode(
      () => import('../features/newOffer/NewOfferPage.tsx'),
      ({ NewOfferPage }) => NewOfferPage,
    ),
    words: ['editor'],
    questions: () => [],
  },
  { path: patterns.approvals, ...offerList('approvals') },
  {
    path: patterns.history,
    code: lazyCode(
      () => import('../features/history/HistoryPage.tsx'),
      ({ HistoryPage }) => HistoryPage,
    ),
    words: ['history', 'messages'],
    questions: (_, search) => [question(historyQuery(askedBy(eventFilterFrom(search), today()), false))],
  },
  {
    path: patterns.account,
    code: lazyCode(
      () => import('../features/account/AccountPage.tsx'),
      ({ AccountPage }) => AccountPage,
    ),
    words: ['account'],
    questions: () => [(client) => client.prefetchQuery(tokensQuery)],
  },
  {
    path: patterns.publishers,
    code: lazyCode(
      () => import('../features/publisher/PublisherListPage.tsx'),
      ({ PublisherListPage }) => PublisherListPage,
    ),
    words: ['publisher'],
    questions: () => [],
  },
]

const about = (path: string, code: LazyCode<object>): PageRoute => ({
  path,
  code,
  words: ['account'],
  questions: () => [],
})

/** Pages about sign-in, for people who are not signed in: without navigation. */
export const signInPages: readonly PageRoute[] = [
  about(
    signInPaths.failed,
    lazyCode(
      () => import('../features/signIn/SignInFailedPage.tsx'),
      ({ SignInFailedPage }) => SignInFailedPage,
    ),
  ),
  about(
    signInPaths.signedIn,
    lazyCode(
      () => import('../features/signIn/SignedInPage.tsx'),
      ({ SignedInPage }) => SignedInPage,
    ),
  ),
  about(
    signInPaths.signedOut,
    lazyCode(
      () => import('../features/signIn/SignedOutPage.tsx'),
      ({ SignedOutPage }) => SignedOutPage,
    ),
  ),
]

export const offerFrame = lazyCode(
  () => import('../features/offer/OfferPage.tsx'),
  ({ OfferPage }) => OfferPage,
)

/** Pages under the header of an offer. */
export const offerTabs: readonly PageRoute[] = [
  {
    path: patterns.status,
    shortcut: patterns.offer,
    code: lazyCode(
      () => import('../features/status/StatusPage.tsx'),
      ({ StatusPage }) => StatusPage,
    ),
    words: ['status', 'messages', 'fields', 'stepDescriptions'],
    questions: ({ publisherId = '', offerId = '' }) => [question(statusQuery({ publisherId, offerId }))],
  },
  {
    path: patterns.editor,
    code: lazyCode(
      () => import('../features/editor/EditorPage.tsx'),
      ({ EditorPage }) => EditorPage,
    ),
    words: ['editor', 'fields', 'fieldParts', 'messages'],
    questions: ({ publisherId = '', offerId = '' }) => [question(statusQuery({ publisherId, offerId }))],
  },
  {
    path: patterns.offerHistory,
    code: lazyCode(
      () => import('../features/history/OfferHistoryPage.tsx'),
      ({ OfferHistoryPage }) => OfferHistoryPage,
    ),
    words: ['history', 'messages'],
    questions: ({ publisherId = '', offerId = '' }, search) => [
      question(statusQuery({ publisherId, offerId })),
      question(
        historyQuery(ofOffer({ publisherId, offerId }, askedBy(eventFilterOfOfferFrom(search), today())), false),
      ),
      question(notificationsQuery({ publisherId, offerId }, 1, false)),
    ],
  },
]

export const publisherFrame = lazyCode(
  () => import('../features/publisher/PublisherPage.tsx'),
  ({ PublisherPage }) => PublisherPage,
)

/** Pages under the name of a publisher. */
export const publisherTabs: readonly PageRoute[] = [
  {
    path: patterns.users,
    shortcut: patterns.publisher,
    code: lazyCode(
      () => import('../features/publisher/users/UsersPage.tsx'),
      ({ UsersPage }) => UsersPage,
    ),
    words: ['publisher'],
    questions: ({ publisherId = '' }) => [
      async (client) => client.prefetchQuery((await import('../api/members.ts')).membersQuery(publisherId)),
    ],
  },
  {
    path: patterns.profile,
    code: lazyCode(
      () => import('../features/publisher/ProfilePage.tsx'),
      ({ ProfilePage }) => ProfilePage,
    ),
    words: ['publisher'],
    questions: ({ publisherId = '' }) => [
      async (client) => client.prefetchQuery((await import('../api/members.ts')).profileQuery(publisherId)),
    ],
  },
  {
    path: patterns.webhooks,
    code: lazyCode(
      () => import('../features/webhooks/WebhooksPage.tsx'),
      ({ WebhooksPage }) => WebhooksPage,
    ),
    words: ['publisher', 'webhooks', 'history'],
    // Only owners may ask.
    questions: () => [],
  },
]

/** The page at an address, and what its blanks are filled with. */
export function pageAt(pathname: string): { route: PageRoute; params: Params } | undefined {
  for (const route of [...pages, ...offerTabs, ...publisherTabs, ...signInPages])
    for (const path of [route.path, route.shortcut]) {
      const match = path && matchPath(path, pathname)
      if (match) return { route, params: match.params }
    }
  return undefined
}
