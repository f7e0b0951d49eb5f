/**
 * A clock that never goes back, so that no step stalls when the machine's clock is set back:
 * until the machine's clock has caught up, elapsed time counts. `elapsed` is in milliseconds from any moment.
 */
export function steadyClock(wall: () => number, elapsed: () => number): () => Date {
  let time = wall()
  let read = elapsed()
  return () => {
    const moment = elapsed()
    time = Math.max(wall(), time + moment - read)
    read = moment
    return new Date(time)
  }
}
