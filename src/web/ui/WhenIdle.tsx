import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'

/** Milliseconds after the answers, in which the page is drawn. */
const pause = 2000

/** Draws its children once the page has its answers and the browser has time, so that they delay nothing. */
export function WhenIdle({ children }: { children: ReactNode }) {
  const [isIdle, setIdle] = useState(false)
  return isIdle ? children : <Waiting onIdle={() => setIdle(true)} />
}

function Waiting({ onIdle }: { onIdle: () => void }) {
  const isFetching = useIsFetching() > 0
  const tell = useEffectEvent(onIdle)
  useEffect(() => {
    if (isFetching) return
    const timer = setTimeout(() => tell(), pause)
    return () => clearTimeout(timer)
  }, [isFetching])
  return null
}
