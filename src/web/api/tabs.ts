import { hashKey, type QueryClient, type QueryKey, type QueryState } from '@tanstack/react-query'
import { newerBuild, ownBuild, readPageBuild } from './build.ts'
import { latest, shareAnswers } from './polled.ts'
import { sessionQuery } from './session.ts'

/** What the tabs of a browser tell each other. */
type Message = {
  /** Another build may understand an answer differently. */
  build: string
  account: string | undefined
  /** Without it, somebody acted: what the other tabs show may be out of date. */
  answer?: Answer
}
type Answer = { name: string; data: object; asked: number; newerBuild: string | undefined }

/** Milliseconds that a tab waits for the answer to a request of another tab before it asks for itself. */
const patience = 5_000
/** Milliseconds by which a message may come after the lock of its sender is free. */
const travel = 200

type Tools = { locks: LockManager; channel: BroadcastChannel }

/**
 * Of all tabs of a browser that would ask the same question now, one asks: the one that gets the question's lock. The
 * others take its answer. A tab that is closed or sleeps loses its lock, and where locks fail each tab asks for itself.
 */
export function shareAmongTabs(client: QueryClient, { locks, channel }: Tools) {
  const waiting = new Map<string, Set<(answer: Answer) => boolean>>()
  const account = () => client.getQueryData(sessionQuery.queryKey)?.account.id
  const tell = (answer?: Answer) =>
    channel.postMessage({ build: ownBuild(), account: account(), ...(answer && { answer }) } satisfies Message)

  shareAnswers(async <Data extends object>(key: QueryKey, known: QueryState | undefined, ask: () => Promise<Data>) => {
    const name = hashKey(key)
    async function askForAll() {
      const asked = Date.now()
      const data = await ask()
      // Copying a list for the other tabs takes time: this tab draws it first.
      setTimeout(() => tell({ name, data, asked, newerBuild: newerBuild() }))
      return data
    }
    if (known?.data === undefined) return askForAll()

    // What was asked before an action of this tab does not show the action.
    const heard = hear(name, known.isInvalidated ? Date.now() : known.dataUpdatedAt)
    try {
      const own = await locks.request(name, { ifAvailable: true }, async (lock) => lock && { data: await askForAll() })
      if (own) return own.data
      await locks
        .request(name, { mode: 'shared', signal: AbortSignal.timeout(patience) }, () => heard.within(travel))
        .catch(() => undefined)
      return (heard.answer() && client.getQueryData<Data>(key)) || (await askForAll())
    } finally {
      heard.stop()
    }
  })

  /** Listens for an answer while this tab waits for it. */
  function hear(name: string, notBefore: number) {
    let answer: Answer | undefined
    let arrived = () => {}
    const listeners = waiting.get(name) ?? new Set<(answer: Answer) => boolean>()
    const listener = (sent: Answer) => {
      if (sent.asked < notBefore) return false
      answer = sent
      arrived()
      return true
    }
    waiting.set(name, listeners.add(listener))
    return {
      answer: () => answer,
      within: (milliseconds: number) =>
        new Promise<void>((resolve) => {
          if (answer) return resolve()
          arrived = resolve
          setTimeout(resolve, milliseconds)
        }),
      stop() {
        listeners.delete(listener)
        if (listeners.size === 0) waiting.delete(name)
      },
    }
  }

  channel.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if (message.build !== ownBuild()) return
    // The browser has one session: another account in another tab is the account of this tab too.
    if (message.account !== account()) return void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    if (message.answer) take(message.answer)
    else void renew()
  }

  function take(answer: Answer) {
    if (answer.newerBuild) readPageBuild(answer.newerBuild)
    const query = client.getQueryCache().get<object>(answer.name)
    if (query?.state.data === undefined) return
    const listeners = [...(waiting.get(answer.name) ?? [])]
    const isAwaited = listeners.map((listener) => listener(answer)).some(Boolean)
    const isQuiet = query.state.fetchStatus === 'idle' && !query.state.isInvalidated
    if (isAwaited || isQuiet)
      client.setQueryData<object>(query.queryKey, (known) => latest(answer.data, known), { updatedAt: answer.asked })
  }

  /** A hidden tab asks when it is looked at again. */
  const renew = () =>
    client.invalidateQueries({
      type: 'active',
      predicate: ({ meta }) => meta?.isPolled === true,
      refetchType: document.hidden ? 'none' : 'active',
    })

  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && (event.action.type === 'success' || event.action.type === 'error')) tell()
  })

  let shown = account()
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== sessionQuery.queryKey[0]) return
    const before = shown
    shown = account() ?? shown
    if (before !== undefined && shown !== before)
      void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  })
}
