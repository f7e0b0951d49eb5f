import { useCallback, useSyncExternalStore } from 'react'

/** The time, in steps of `step` milliseconds: whoever shows a passing time renders once a step, and nothing else does. */
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
