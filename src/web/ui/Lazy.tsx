import type { ComponentType } from 'react'
import { fetchedOnce, patient } from '../loading.ts'

/** A component whose code is fetched when it is first drawn, or ahead of that by `preload`. */
export type LazyCode<Props> = { read: () => ComponentType<Props>; preload: () => void }

export function lazyCode<Module, Props>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): LazyCode<Props> {
  const once = patient(load, (address) => import(/* @vite-ignore */ address))
  return fetchedOnce(() => once().then(pick))
}

/** `React.lazy` would remember a failure as long as the page lives; here the `ErrorBoundary` around it forgets it. */
export function Lazy<Props extends object>({ code, props }: { code: LazyCode<Props>; props: Props }) {
  const Component = code.read()
  return <Component {...props} />
}
