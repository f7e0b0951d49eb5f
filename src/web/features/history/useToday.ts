import { useSyncExternalStore } from 'react'
import { serviceTime } from '../../clock.ts'
import { startOfDay } from '../../i18n/days.ts'
import { useTimeZone } from '../../i18n/useTimeZone.ts'

const minute = 60_000

function subscribe(tick: () => void) {
  const timer = setInterval(tick, minute)
  return () => clearInterval(timer)
}

/** When the reader's day began. It renders at midnight only, and when the time zone changes. */
export function useToday() {
  useTimeZone()
  return useSyncExternalStore(subscribe, () => startOfDay(serviceTime()))
}
