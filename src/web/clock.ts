/** Milliseconds that the service's clock is ahead of the browser's. */
let lead = 0

/** The service's clock as one answer shows it, in whole seconds, and the browser's when the request left and the answer came. */
type Reading = { shown: number; sent: number; received: number }

/** Compares the two clocks; the time an answer travels is no difference. */
export function readServiceClock({ shown, sent, received }: Reading) {
  if (Number.isNaN(shown)) return
  lead = shown > received ? shown - received : Math.min(0, shown + 1000 - sent)
}

/** The time by the service's clock, which step times and estimates go by. */
export const serviceTime = () => Date.now() + lead
