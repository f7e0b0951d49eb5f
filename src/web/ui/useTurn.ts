import { useRef } from 'react'

/** Who turns a page at its end reads on from its beginning: from the element that `top` is given to. */
export function useTurn(change: (part: { page: number | undefined }) => void) {
  const top = useRef<HTMLElement>(null)
  function turn(page: number | undefined) {
    change({ page })
    top.current?.scrollIntoView()
  }
  return { top, turn }
}
