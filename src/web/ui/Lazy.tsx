import type { ComponentType, ReactNode } from 'react'
import { type Fetched, fetchedOnce, patient, useFetched } from '../loading.ts'

/** A component whose code is fetched when it is first drawn, or ahead of that by `preload`. */
export type LazyCode<Props> = Fetched<ComponentType<Props>> & { preload: () => Promise<void> }

const known: LazyCode<never>['preload'][] = []

/** Fetches all code that is not here yet, one file after another, and what that code needs later in turn. */
export async function preloadAll() {
  for (const preload of known) await preload()
}

export function lazyCode<Module, Props>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): LazyCode<Props> {
  const once = patient(load, (address) => import(/* @vite-ignore */ address))
  const code = fetchedOnce(() => once().then(pick))
  known.push(code.preload)
  return code
}

type LazyProps<Props> = {
  code: LazyCode<Props>
  props: Props
  /** What is drawn until the code is there. */
  fallback?: ReactNode
}

/** `React.lazy` would remember a failure as long as the page lives; here the `ErrorBoundary` around it forgets it. */
export function Lazy<Props extends object>({ code, props, fallback }: LazyProps<Props>) {
  const Component = useFetched(code)
  return Component ? <Component {...props} /> : fallback
}
