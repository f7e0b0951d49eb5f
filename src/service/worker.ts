/**
 * Calls `work` every `interval` milliseconds, and again immediately while it returns that it did something, until it is
 * stopped.
 */
export function startWorker(work: () => Promise<number>, interval: number, log: (error: Error) => void) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const workThrough = async () => {
    try {
      while (!stopped && (await work()) > 0);
    } catch (error) {
      log(error as Error)
    }
    if (!stopped) timer = setTimeout(look, interval)
  }
  let running = Promise.resolve()
  const look = () => {
    running = workThrough()
  }
  look()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
