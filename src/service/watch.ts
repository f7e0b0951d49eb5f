/** One answered request. The route is a pattern, because an address can hold what only its caller may know. */
export type Answered = { method: string; route: string; status: number; milliseconds: number; isPoll: boolean }
/** One statement; `kind` is its verb, such as `select`. */
export type Queried = { kind: string; milliseconds: number; failed: boolean }
/** One call of a marketplace; `moved`: it answered with a transition. */
export type Asked = { marketplace: string; act: string; outcome: 'moved' | 'still' | 'failed' }

/** A piece of work that a trace shows with everything that happens within it. */
export type Work = { kind: 'request' | 'call'; name: string; traceparent?: string | undefined }

/** What happens in the running service, for its log, its metrics and its traces. */
export type Watch = {
  answered?: (request: Answered) => void
  queried?: (query: Queried) => void
  asked?: (call: Asked) => void
  within?: <T>(work: Work, run: () => Promise<T>) => Promise<T>
}

/** Several that watch; at most one of them traces. */
export function together(...watches: (Watch | undefined)[]): Watch {
  const all = watches.filter((watch) => watch !== undefined)
  const within = all.find((watch) => watch.within)?.within
  return {
    answered: (request) => {
      for (const watch of all) watch.answered?.(request)
    },
    ...(all.some((watch) => watch.queried) && {
      queried: (query: Queried) => {
        for (const watch of all) watch.queried?.(query)
      },
    }),
    asked: (call) => {
      for (const watch of all) watch.asked?.(call)
    },
    ...(within && { within }),
  }
}
