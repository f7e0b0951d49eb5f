import { useSyncExternalStore } from 'react'

function media(query: string) {
  const list = matchMedia(query)
  function subscribe(listener: () => void) {
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => list.matches)
}

/** The screen is as narrow as a phone's. */
export const useIsPhone = media('(max-width: 640px)')

/** A page's title has no room for a sentence beside it. */
export const useIsNarrow = media('(max-width: 1399px)')
