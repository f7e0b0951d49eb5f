import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** The part of the page's address that names a step, and the id of the step's element. */
export const stepAnchor = (id: string) => `step=${id}`

/** Focuses the step that the address names, once for each visit to the address: no poll moves the focus. */
export function useArrivalAtStep() {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address visited again is another arrival
  useEffect(() => {
    if (hash.startsWith('#step=')) document.getElementById(decoded(hash.slice(1)))?.focus()
  }, [hash, key])
}

function decoded(anchor: string) {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
