import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { loadWords, useInstance } from '../i18n/Words.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'

/** A page whose code and words are fetched when someone goes there; until then its place shows at once. */
export function LazyPage({ words, children }: { words: readonly string[]; children: ReactNode }) {
  const { t } = useTranslation()
  loadWords(useInstance(), words)
  return <Suspense fallback={<PageSkeleton label={t('freshness.loading')} />}>{children}</Suspense>
}
