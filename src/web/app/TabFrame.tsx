import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { WithWords } from '../i18n/WithWords.tsx'
import type { PageWords } from '../i18n/words.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Lazy, type LazyCode } from '../ui/Lazy.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { CrashPage } from './CrashPage.tsx'

type Props<Parts> = { code: LazyCode<Parts>; words?: readonly PageWords[]; props: Parts }

/** What stays around tabs; its code travels with that of the tab. */
export function TabFrame<Parts extends object>({ code, words = [], props }: Props<Parts>) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { publisherId, offerId = publisherId } = useParams()
  const skeleton = <PageSkeleton label={t('freshness.loading')} title={offerId} />
  return (
    <ErrorBoundary of={pathname} fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
      <WithWords fallback={skeleton} words={words}>
        <Lazy code={code} fallback={skeleton} props={props} />
      </WithWords>
    </ErrorBoundary>
  )
}
