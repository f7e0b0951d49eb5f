import { useSyncExternalStore } from 'react'

/** Milliseconds before the one automatic retry. */
const pause = 1000

/**
 * Fetches a file of the page, and once more when that fails. Chromium remembers a failed import as long as the page
 * lives, but not at another address: `retry` gets one in the browsers that name the address in their error.
 */
export function patient<File>(load: () => Promise<File>, retry: (address: string) => Promise<File>) {
  let attempts = 0
  let failed: string | undefined

  async function attempt() {
    attempts += 1
    try {
      return await (failed ? retry(`${failed}?attempt=${attempts}`) : load())
    } catch (error) {
      failed = /https?:\/\/[^\s?]+/.exec(String(error))?.[0]
      throw error
    }
  }

  return () =>
    attempt().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, pause))
      return attempt()
    })
}

/** Something that the page needs could not be fetched. Once forgotten, it is fetched again when it is next needed. */
export class LoadError extends Error {
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super('A file of the page could not be fetched', { cause })
    this.name = 'LoadError'
    this.forget = forget
  }
}

type State<File> = { file: File } | { error: LoadError } | { pending: Promise<void> }

/** A file that is fetched when it is first drawn. */
export type Fetched<File> = { subscribe: (listener: () => void) => () => void; state: () => State<File> }

/**
 * The file, or undefined while it is being fetched; a failure is thrown to the `ErrorBoundary`. It does not suspend:
 * React draws boundaries that wait at the same time again without pause (facebook/react#37556).
 */
export function useFetched<File>({ subscribe, state }: Fetched<File>): File | undefined {
  const now = useSyncExternalStore(subscribe, state)
  if ('error' in now) throw now.error
  return 'file' in now ? now.file : undefined
}

/** A file that is there from the start. */
export function present<File>(file: File) {
  const state = { file }
  return { subscribe: () => () => {}, state: () => state, preload: async () => {} }
}

/** Something fetched once. A failure lasts until it is forgotten, so that all who draw meanwhile see the same one. */
export function fetchedOnce<File>(load: () => Promise<File>) {
  let state: State<File> | undefined
  const listeners = new Set<() => void>()
  const forget = () => {
    state = undefined
  }
  function settle(end: State<File>) {
    state = end
    for (const listener of listeners) listener()
  }
  function start() {
    const pending = load().then(
      (file) => settle({ file }),
      (cause: unknown) => settle({ error: new LoadError(cause, forget) }),
    )
    state = { pending }
    return state
  }
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    state: () => state ?? start(),
    /** Starts to fetch it. A failure ahead of need is forgotten. */
    async preload() {
      const now = state ?? start()
      if (!('pending' in now)) return
      await now.pending
      if (state && 'error' in state) forget()
    },
  }
}
