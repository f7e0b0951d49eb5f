import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useLoadedWords } from '../i18n/words.ts'
import { useFetched } from '../loading.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { BlockSkeleton, PageSkeleton } from '../ui/PageSkeleton.tsx'
import { askAhead } from './askAhead.ts'
import { CrashPage } from './CrashPage.tsx'
import type { PageRoute } from './routes.tsx'

type Props = { route: PageRoute; isTab?: boolean }

/** A page whose code, words and first answers travel at the same time; until they are there, a skeleton has its place. */
export function LazyPage({ route, isTab = false }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { pathname, search } = useLocation()
  const prepare = useEffectEvent((pathname: string) => askAhead(client, { pathname, search }))
  useEffect(() => prepare(pathname), [pathname])
  const Skeleton = isTab ? BlockSkeleton : PageSkeleton
  return (
    <ErrorBoundary
      of={pathname}
      fallback={(error, retry) => <CrashPage as={isTab ? 'h2' : 'h1'} error={error} onRetry={retry} />}
    >
      <Page route={route} fallback={<Skeleton label={t('freshness.loading')} />} />
    </ErrorBoundary>
  )
}

function Page({ route: { code, words }, fallback }: { route: PageRoute; fallback: ReactNode }) {
  const Code = useFetched(code)
  const hasWords = useLoadedWords(words)
  return Code && hasWords ? <Code /> : fallback
}
