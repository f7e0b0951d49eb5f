import { useSyncExternalStore } from 'react'

const phone = matchMedia('(max-width: 640px)')

function subscribe(listener: () => void) {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}

/** The screen is as narrow as a phone's. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => phone.matches)
