import { type QueryFunctionContext, type QueryKey, queryOptions } from '@tanstack/react-query'
import { ApiError } from './http.ts'
import { pace } from './pace.ts'

type Revised = { revision?: number | undefined }

type Polled<Data> = {
  queryKey: QueryKey
  ask: () => Promise<Data>
  /** Milliseconds between two questions while this is the answer. */
  base: (data: Data | undefined) => number
  /** Keeps the known objects of whatever did not change, where comparing place by place would not. */
  share?: (known: Data, answer: Data) => Data
}

/** A question that is asked again and again at the pace of `pace.ts`; an answer older than the known one is dropped. */
export const polled = <Data extends object>({ queryKey, ask, base, share }: Polled<Data>) =>
  queryOptions({
    queryKey,
    queryFn: async ({ client }: QueryFunctionContext): Promise<Data> => {
      const known = client.getQueryState<Data>(queryKey)
      try {
        const answer = await ask()
        const latest = client.getQueryData<Data>(queryKey)
        return latest && isOlder(answer, latest) ? latest : answer
      } catch (error) {
        if (error instanceof ApiError) error.streak = streakAfter(known)
        throw error
      }
    },
    structuralSharing: share ? (known, answer) => (known ? share(known as Data, answer as Data) : answer) : true,
    refetchInterval: ({ state }) => pace(state, base(state.data)),
  })

export type PolledQuery<Data extends object> = ReturnType<typeof polled<Data>>

const isOlder = (answer: Revised, known: Revised) =>
  answer.revision !== undefined && known.revision !== undefined && answer.revision < known.revision

type Known = { error: unknown; data?: unknown; errorUpdateCount: number }

/** Query forgets the last error while it has no data, but then every failure so far is of this streak. */
function streakAfter(known: Known | undefined) {
  if (!known) return 1
  if (known.data === undefined) return known.errorUpdateCount + 1
  return known.error instanceof ApiError ? known.error.streak + 1 : 1
}

/** One clock a screen: the page polls, and its parts read what it got. */
export const reading = {
  refetchInterval: false,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const
