import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'

/** A page whose code is fetched when someone goes there; until then its place shows at once. */
export function LazyPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return <Suspense fallback={<PageSkeleton label={t('freshness.loading')} />}>{children}</Suspense>
}
