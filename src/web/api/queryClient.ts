import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { watchInput } from './attended.ts'
import { isCookieless, isSignedOut } from './http.ts'
import { sessionQuery } from './session.ts'

const isSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === sessionQuery.queryKey[0]

export function createQueryClient(): QueryClient {
  watchInput()
  /** Questions that were asked again in a new session and have not been answered since. */
  const askedAgain = new WeakSet<object>()
  /** Whose session ended while the page stayed open. */
  let ended: string | undefined
  const account = () => client.getQueryData(sessionQuery.queryKey)?.account.id
  const askForSession = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })

  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isSignedOut(error)) askForSession()
      },
    }),
    queryCache: new QueryCache({
      // When one question finds the session ended, the session itself is asked for: the shell says that it has ended,
      // or a new one has begun.
      onError: (error, query) => {
        if (!isSignedOut(error)) return
        if (isSession(query)) ended = account()
        else askForSession()
      },
      // What the old session refused is asked once more in the new one.
      onSuccess: (_, query) => {
        if (!isSession(query)) return askedAgain.delete(query)
        // Another person signed in: what is on screen is not theirs.
        const isOther = ended !== undefined && ended !== account()
        ended = undefined
        if (isOther) return void client.resetQueries({ predicate: (other) => !isSession(other) })
        for (const refused of client.getQueryCache().findAll({ type: 'active' })) {
          if (!isSignedOut(refused.state.error) || askedAgain.has(refused)) continue
          // Without cookies it was not asked at all.
          if (!isCookieless(refused.state.error)) askedAgain.add(refused)
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
