import { useEffect, useRef } from 'react'

/** What was just done. When the element that had the focus is gone, reading goes on here. */
export function Done({ done }: { done: { text: string } | undefined }) {
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done && document.activeElement === document.body) region.current?.focus()
  }, [done])
  return (
    <div ref={region} role="status" tabIndex={-1}>
      {done?.text}
    </div>
  )
}
