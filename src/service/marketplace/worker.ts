import type { Marketplace } from './marketplace.ts'

/** Lets time pass at the marketplace, a look every `interval` milliseconds, until it is stopped. */
export function startWorker(marketplace: Pick<Marketplace, 'advance'>, interval: number, log: (error: Error) => void) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const work = async () => {
    try {
      while (!stopped && (await marketplace.advance()) > 0);
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
