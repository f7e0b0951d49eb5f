import { useFocusVisible } from '@fluentui/react-components'
import { useLayoutEffect } from 'react'

/** Fluent's controls show their focus ring after a key, not after a click, as the browser does for native ones. */
export function FocusRing() {
  const scope = useFocusVisible<HTMLElement>()
  useLayoutEffect(() => {
    scope.current = document.body
  }, [scope])
  return null
}
