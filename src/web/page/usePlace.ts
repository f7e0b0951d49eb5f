import { type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/** The state of a link that leads back to a list. */
export type Returns = { returns?: boolean }

/** The link that was followed from a list, and how far the list was scrolled, by the list's address. */
const places = new Map<string, { link: string | null; scroll: number }>()

/**
 * Back in a list, reading continues where it was left: at the link that was followed. `remember` keeps the link;
 * `isThere`: the rows are on screen.
 */
export function usePlace(list: RefObject<HTMLElement | null>, isThere: boolean) {
  const { pathname, search, state } = useLocation()
  const type = useNavigationType()
  const [returns] = useState(type === NavigationType.Pop || Boolean((state as Returns | null)?.returns))
  const isDone = useRef(!returns)
  const address = pathname + search
  useLayoutEffect(() => {
    if (isDone.current || !isThere) return
    isDone.current = true
    const place = places.get(address)
    if (!place || !list.current) return
    document.documentElement.scrollTop = place.scroll
    const links = [...list.current.querySelectorAll('a')]
    const link = links.find((link) => link.getAttribute('href') === place.link) ?? list.current
    link.focus({ preventScroll: true })
  }, [address, isThere, list])
  function remember({ target }: MouseEvent) {
    const link = target instanceof Element && target.closest('a')
    if (link) places.set(address, { link: link.getAttribute('href'), scroll: document.documentElement.scrollTop })
  }
  return { remember, isReturn: returns && places.has(address) }
}
