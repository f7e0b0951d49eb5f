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

/**
 * Works in several lanes in parallel, where one piece of work can take long: each look begins another lane while the
 * others are still at work, and a lane goes on until there is nothing to do.
 */
export function startLanes(lanes: (() => Promise<number>)[], interval: number, log: (error: Error) => void) {
  let stopped = false
  const idle = [...lanes]
  const running = new Set<Promise<void>>()
  async function workIn(lane: () => Promise<number>) {
    try {
      while (!stopped && (await lane()) > 0);
    } catch (error) {
      log(error as Error)
    }
    idle.push(lane)
  }
  const begin = async () => {
    const lane = idle.shift()
    if (!lane) return 0
    const run = workIn(lane).finally(() => running.delete(run))
    running.add(run)
    return 0
  }
  const stopLooking = startWorker(begin, interval, log)
  return async () => {
    stopped = true
    await stopLooking()
    await Promise.all(running)
  }
}
