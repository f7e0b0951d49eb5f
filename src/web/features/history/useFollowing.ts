import { useQuery } from '@tanstack/react-query'
import { type PolledQuery, reading } from '../../api/polled.ts'

/** What tells whether something is being published, and when it last said so. */
export type Source = { isMoving: boolean | undefined; dataUpdatedAt: number }

/**
 * A question that is asked often while something moves, and once more after it has come to rest: what happened last is
 * not to wait for the slow pace.
 */
export function useFollowing<Data extends object>(
  ask: (isMoving: boolean) => PolledQuery<Data>,
  { isMoving = false, dataUpdatedAt: told }: Source,
): PolledQuery<Data> {
  const { dataUpdatedAt } = useQuery({ ...ask(true), ...reading })
  return ask(isMoving || dataUpdatedAt < told)
}
