const listeners = new Set<() => void>()
let newer: string | undefined

/** The files that this page started with; the name of at least one differs for another build. */
export const ownBuild = () =>
  Array.from(document.querySelectorAll('script[type=module][src]'), (script) => script.getAttribute('src')).join(' ')

/** Every answer of the service names the build that it would serve now; the answer of a proxy names none. */
export function readPageBuild(served: string | null) {
  if (!served) return
  const build = served !== ownBuild() ? served : undefined
  if (build === newer) return
  newer = build
  for (const listener of listeners) listener()
}

/** Undefined while this page is the service's own. */
export const newerBuild = () => newer

export function onNewerBuild(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
