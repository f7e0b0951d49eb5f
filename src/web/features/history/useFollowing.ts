import { useQuery } from '@tanstack/react-query'
import { type PolledQuery, withoutPolling } from '../../api/polled.ts'

/** The query that shows whether something is being published, and the time of its answer. */
export type Source = { isMoving: boolean | undefined; dataUpdatedAt: number }

/**
 * A query that polls fast while something moves, and once more after it has stopped, so that the last event does not
 * wait for the slow pace.
 */
export function useFollowing<Data extends object>(
  ask: (isMoving: boolean) => PolledQuery<Data>,
  { isMoving = false, dataUpdatedAt: sourceUpdatedAt }: Source,
): PolledQuery<Data> {
  const { dataUpdatedAt } = useQuery({ ...ask(true), ...withoutPolling })
  return ask(isMoving || dataUpdatedAt < sourceUpdatedAt)
}
