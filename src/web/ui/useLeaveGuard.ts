import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * Holds back what would leave the page at this address while it has something unsaved: links, Back and Forward, and closing
 * the tab. Declarative routes cannot do it. `leave` goes where the reader wanted.
 */
export function useLeaveGuard(isActive: boolean) {
  const { pathname } = useLocation()
  const [held, setHeld] = useState<() => void>()
  const isAllowed = useRef(false)

  useEffect(() => {
    if (!isActive) return
    const listening = new AbortController()
    const { signal } = listening
    const hold = (event: Event, go: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      setHeld(() => go)
    }
    document.addEventListener(
      'click',
      (event) => {
        const link = linkOf(event)
        if (isAllowed.current || !link || link.pathname === pathname) return
        hold(event, () => link.click())
      },
      { capture: true, signal },
    )
    window.addEventListener('beforeunload', (event) => !isAllowed.current && event.preventDefault(), { signal })
    window.navigation?.addEventListener(
      'navigate',
      (event) => {
        const { key, url } = event.destination
        if (isAllowed.current || event.navigationType !== 'traverse' || !event.cancelable) return
        if (new URL(url).pathname !== pathname) hold(event, () => void window.navigation.traverseTo(key))
      },
      { signal },
    )
    return () => listening.abort()
  }, [isActive, pathname])

  return {
    isHeld: held !== undefined,
    stay: () => setHeld(undefined),
    leave: () => {
      isAllowed.current = true
      held?.()
    },
  }
}

/** The link of this site that a plain click follows in this tab. */
function linkOf({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return undefined
  const link = target.closest<HTMLAnchorElement>('a[href]')
  return link && link.origin === location.origin && link.target !== '_blank' && !link.download ? link : undefined
}
