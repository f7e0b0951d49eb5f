import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut } from './http.ts'
import { sessionQuery } from './session.ts'

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Whichever question learns that the session is over, the shell says so.
      onError: (error, query) => {
        if (isSignedOut(error) && query.queryKey[0] !== sessionQuery.queryKey[0]) {
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
        }
      },
    }),
    defaultOptions: {
      queries: {
        retry: false,
        // What was asked ahead of the page that needs it is not asked twice.
        staleTime: 2_000,
        refetchOnWindowFocus: 'always',
        refetchOnReconnect: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
