/** What time brings: `advance` does some of what is due by now, and answers how much it did. */
type Work = { advance: () => Promise<number> }

/** Lets time pass at the marketplace or in the outbox, a look every `interval` milliseconds, until it is stopped. */
export function startWorker({ advance }: Work, interval: number, log: (error: Error) => void) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const work = async () => {
    try {
      while (!stopped && (await advance()) > 0);
    } catch (error) {
      log(error as Error)
    }
    if (!stopped) timer = setTimeout(look, interval)
  }
  let running = Promise.resolve()
  const look = () => {
    running = work()
  }
  look()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
