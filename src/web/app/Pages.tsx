import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { historyNamespaces } from '../features/history/namespaces.ts'
import { OfferPage } from '../features/offer/OfferPage.tsx'
import { OfferListPage } from '../features/offerList/OfferListPage.tsx'
import { statusNamespaces } from '../features/status/namespaces.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { BlockSkeleton } from '../ui/PageSkeleton.tsx'
import { CrashPage } from './CrashPage.tsx'
import { LazyPage } from './LazyPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

const StatusPage = lazy(() =>
  import('../features/status/StatusPage.tsx').then(({ StatusPage }) => ({ default: StatusPage })),
)

const HistoryPage = lazy(() =>
  import('../features/history/HistoryPage.tsx').then(({ HistoryPage }) => ({ default: HistoryPage })),
)
const OfferHistoryPage = lazy(() =>
  import('../features/history/OfferHistoryPage.tsx').then(({ OfferHistoryPage }) => ({ default: OfferHistoryPage })),
)

/** The page's addresses. A router stands around it. */
export function Pages() {
  return (
    <ErrorBoundary fallback={() => <CrashPage />}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Navigate replace to="/offers" />} />
          <Route path="/offers" element={<OfferListPage key="offers" list="offers" />} />
          <Route path="/approvals" element={<OfferListPage key="approvals" list="approvals" />} />
          <Route
            path="/history"
            element={
              <LazyPage words={historyNamespaces}>
                <HistoryPage />
              </LazyPage>
            }
          />
          <Route path="/publishers/:publisherId/offers/:offerId" element={<OfferPage />}>
            <Route index element={<Navigate replace to="status" />} />
            <Route
              path="status"
              element={
                <LazyPage words={statusNamespaces} skeleton={BlockSkeleton}>
                  <StatusPage />
                </LazyPage>
              }
            />
            <Route
              path="history"
              element={
                <LazyPage words={historyNamespaces} skeleton={BlockSkeleton}>
                  <OfferHistoryPage />
                </LazyPage>
              }
            />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  )
}
