/** Runs `work` once at a time. Those who ask while it runs share the next run, which sees what was there when they asked. */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined

  const start = () => {
    const run = work().finally(() => {
      if (running === run) running = undefined
    })
    running = run
    return run
  }
  const following = () => {
    next = undefined
    return running ?? start()
  }
  return () => {
    if (!running) return start()
    next ??= running.then(following, following)
    return next
  }
}
