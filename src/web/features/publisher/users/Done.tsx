import { useEffect, useRef } from 'react'

/**
 * Milliseconds after which a closed dialog has given the focus back and uncovered the page. A focus that is moved earlier can
 * leave the page hidden from screen readers.
 */
const settled = 400

/** What was just done. When the button that did it is gone, reading goes on here. */
export function Done({ done }: { done: { text: string } | undefined }) {
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) region.current?.focus()
    }, settled)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <div ref={region} role="status" tabIndex={-1}>
      {done?.text}
    </div>
  )
}
