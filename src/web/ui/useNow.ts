import { useCallback, useSyncExternalStore } from 'react'

/** The current time in steps of `step` milliseconds: only components that show it render, once per step. */
export function useNow(step: number): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, step)
      return () => clearInterval(timer)
    },
    [step],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / step) * step)
}
