import type { ComponentType } from 'react'
import { WithWords } from '../i18n/WithWords.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../ui/Lazy.tsx'
import { WhenIdle } from '../ui/WhenIdle.tsx'

/** A part that nobody waits for: its code and words are fetched when the page is idle; the page is complete without it. */
function later<Module>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) {
  const code = lazyCode(load, pick)
  return () => (
    <WhenIdle>
      <ErrorBoundary fallback={() => null}>
        <WithWords words={['news']}>
          <Lazy code={code} props={{}} />
        </WithWords>
      </ErrorBoundary>
    </WhenIdle>
  )
}

export const NewsCenter = later(
  () => import('../features/news/NewsCenter.tsx'),
  ({ NewsCenter }) => NewsCenter,
)
export const Bell = later(
  () => import('../features/news/Bell.tsx'),
  ({ Bell }) => Bell,
)
export const NewsStrip = later(
  () => import('../features/news/NewsStrip.tsx'),
  ({ NewsStrip }) => NewsStrip,
)
export const WatchButton = later(
  () => import('../features/news/WatchButton.tsx'),
  ({ WatchButton }) => WatchButton,
)
export const AccessWatch = later(
  () => import('./AccessWatch.tsx'),
  ({ AccessWatch }) => AccessWatch,
)
