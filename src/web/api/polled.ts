import { type QueryFunctionContext, type QueryKey, type QueryState, queryOptions } from '@tanstack/react-query'
import { pace } from './pace.ts'

/** `revision` only grows within an `epoch`: another epoch counts over other publishers, or in another database. */
type Revised = { revision?: number | undefined; epoch?: string | undefined }

type Polled<Data> = {
  queryKey: QueryKey
  ask: () => Promise<Data>
  /** Milliseconds between two requests while this is the answer. */
  base: (data: Data | undefined) => number
  /** Keeps the known objects of unchanged parts where a comparison by position would not. */
  share?: (known: Data, answer: Data) => Data
  /** Whether it can be asked yet. */
  enabled?: boolean
}

type Source = <Answer extends object>(
  key: QueryKey,
  known: QueryState | undefined,
  ask: () => Promise<Answer>,
) => Promise<Answer>

let source: Source = (_key, _known, ask) => ask()

/** From now on an answer may come from another tab; until then this tab asks for itself. */
export function shareAnswers(among: Source) {
  source = among
}

/** Failures in a row, by query. */
const streaks = new WeakMap<object, number>()
const streakOf = (query: object) => streaks.get(query) ?? 0

/** A query that polls at the pace of `pace.ts` and drops answers older than the known one. */
export const polled = <Data extends object>({ queryKey, ask, base, share, enabled = true }: Polled<Data>) =>
  queryOptions({
    queryKey,
    enabled,
    queryFn: async ({ client }: QueryFunctionContext): Promise<Data> => {
      const query = client.getQueryCache().find({ queryKey, exact: true })
      try {
        const answer = await source(queryKey, query?.state, ask)
        if (query) streaks.delete(query)
        return latest(answer, client.getQueryData<Data>(queryKey))
      } catch (error) {
        if (query) streaks.set(query, streakOf(query) + 1)
        throw error
      }
    },
    structuralSharing: share ? (known, answer) => (known ? share(known as Data, answer as Data) : answer) : true,
    meta: { isPolled: true },
    refetchInterval: (query) => pace({ ...query.state, streak: streakOf(query) }, base(query.state.data)),
  })

export type PolledQuery<Data extends object> = ReturnType<typeof polled<Data>>

/** Drops an answer that is older than the known one. */
export const latest = <Data extends object>(answer: Data, known: Data | undefined) =>
  known && isOlder(answer, known) ? known : answer

const isOlder = (answer: Revised, known: Revised) =>
  answer.epoch === known.epoch &&
  answer.revision !== undefined &&
  known.revision !== undefined &&
  answer.revision < known.revision

/** One timer per screen: the page polls, and its parts read the result. */
export const withoutPolling = {
  refetchInterval: false,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const
