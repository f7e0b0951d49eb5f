/**
 * A clock that never goes back, so that no step waits for an hour to come again when the machine's clock is set back:
 * until that has caught up, the time that has passed counts. `elapsed` is in milliseconds from any moment.
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
