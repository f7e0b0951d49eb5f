import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { loadWords, useInstance } from '../i18n/Words.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'

type Props = { words: readonly string[]; skeleton?: typeof PageSkeleton; children: ReactNode }

/** A page whose code and words are fetched when someone goes there; until then its place shows at once. */
export function LazyPage({ words, skeleton: Skeleton = PageSkeleton, children }: Props) {
  const { t } = useTranslation()
  loadWords(useInstance(), words)
  return <Suspense fallback={<Skeleton label={t('freshness.loading')} />}>{children}</Suspense>
}
