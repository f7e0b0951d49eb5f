import type { QueryClient } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import { loadWords } from '../i18n/words.ts'
import { preloadAll } from '../ui/Lazy.tsx'
import { offerTabs, pages, publisherTabs } from './routes.tsx'

/** Milliseconds after which a page has drawn its first answers. */
const settled = 3000

/** Fetches the code and words of all pages and dialogs when nothing else is to do, so that they open offline too. */
export function preloadWhenIdle(client: QueryClient, i18n: I18n) {
  setTimeout(() => {
    if (client.isFetching() > 0) return preloadWhenIdle(client, i18n)
    const words = [...pages, ...offerTabs, ...publisherTabs].flatMap((route) => route.words)
    // What fails now is fetched when it is needed; without the code that shares answers, this tab asks for itself.
    void Promise.allSettled([joinTabs(client), preloadAll(), loadWords(i18n, words)])
  }, settled)
}

/** Without locks or channels, each tab asks for itself. */
async function joinTabs(client: QueryClient) {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return
  // Both exist, but neither works, where the reader has blocked storage.
  await navigator.locks.request('answers', { ifAvailable: true }, () => undefined)
  const { shareAmongTabs } = await import('../api/tabs.ts')
  shareAmongTabs(client, { locks: navigator.locks, channel: new BroadcastChannel('answers') })
}
