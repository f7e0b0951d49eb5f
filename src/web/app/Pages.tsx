import { Navigate, Route, Routes } from 'react-router'
import { patterns } from '../paths.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { CrashPage } from './CrashPage.tsx'
import { LazyPage } from './LazyPage.tsx'
import { WatchButton } from './later.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { offerFrame, offerTabs, pages, publisherFrame, publisherTabs, signInPages } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { TabFrame } from './TabFrame.tsx'

/** The page's routes, inside a router. */
export function Pages() {
  return (
    <ErrorBoundary fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
      <Routes>
        {signInPages.map((route) => (
          <Route key={route.path} path={route.path} element={<LazyPage route={route} />} />
        ))}
        <Route element={<Shell />}>
          <Route index element={<Navigate replace to={patterns.offers} />} />
          {pages.map((route) => (
            <Route key={route.path} path={route.path} element={<LazyPage key={route.path} route={route} />} />
          ))}
          <Route path={patterns.offer} element={<TabFrame code={offerFrame} props={{ tools: <WatchButton /> }} />}>
            <Route index element={<Navigate replace to="status" />} />
            {offerTabs.map((route) => (
              <Route key={route.path} path={route.path} element={<LazyPage key={route.path} isTab route={route} />} />
            ))}
          </Route>
          <Route
            path={patterns.publisher}
            element={<TabFrame code={publisherFrame} props={{}} words={['publisher']} />}
          >
            <Route index element={<Navigate replace to="users" />} />
            {publisherTabs.map((route) => (
              <Route key={route.path} path={route.path} element={<LazyPage key={route.path} isTab route={route} />} />
            ))}
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  )
}
