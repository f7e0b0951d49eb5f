import { useCallback, useSyncExternalStore } from 'react'

/** The time of a clock in steps of `step` milliseconds: only components that show it render, once per step. */
export function useNow(step: number, clock: () => number = Date.now): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, step)
      return () => clearInterval(timer)
    },
    [step],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock() / step) * step)
}
