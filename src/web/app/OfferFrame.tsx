import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Lazy } from '../ui/Lazy.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { CrashPage } from './CrashPage.tsx'
import { WatchButton } from './later.tsx'
import { offerFrame } from './routes.tsx'

/** What stays around the tabs of an offer; its code travels with that of the tab. */
export function OfferFrame() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <ErrorBoundary of={pathname} fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
      <Lazy
        code={offerFrame}
        fallback={<PageSkeleton label={t('freshness.loading')} />}
        props={{ tools: <WatchButton /> }}
      />
    </ErrorBoundary>
  )
}
