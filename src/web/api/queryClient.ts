import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut } from './http.ts'
import { sessionQuery } from './session.ts'

const isSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === sessionQuery.queryKey[0]

export function createQueryClient(): QueryClient {
  /** Questions that were asked again in a new session and have not been answered since. */
  const askedAgain = new WeakSet<object>()
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // When one question finds the session ended, the session itself is asked for: the shell says that it has ended,
      // or a new one has begun.
      onError: (error, query) => {
        if (isSignedOut(error) && !isSession(query)) void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      },
      // What the old session refused is asked once more in the new one.
      onSuccess: (_, query) => {
        if (!isSession(query)) return askedAgain.delete(query)
        for (const refused of client.getQueryCache().findAll({ type: 'active' })) {
          if (!isSignedOut(refused.state.error) || askedAgain.has(refused)) continue
          askedAgain.add(refused)
          void client.refetchQueries({ queryKey: refused.queryKey, exact: true })
        }
      },
    }),
    defaultOptions: {
      queries: {
        retry: false,
        // Prefetched data is not requested again.
        staleTime: 2_000,
        refetchOnWindowFocus: 'always',
        refetchOnReconnect: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
