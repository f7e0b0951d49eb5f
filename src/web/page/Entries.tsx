import { makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Placeholder } from '../ui/Placeholder.tsx'
import { LoadProblem } from './LoadProblem.tsx'

const useStyles = makeStyles({
  list: { margin: 0, marginBottom: tokens.spacingVerticalM, padding: 0, listStyleType: 'none' },
})

type Props<Item> = {
  query: UseQueryResult<{ items: Item[] }>
  /** Takes the place of an empty list. */
  none: ReactNode
  children: (item: Item) => ReactNode
}

/** A list as soon as it is there. */
export function Entries<Item>({ query: { data, error, refetch }, none, children }: Props<Item>) {
  const styles = useStyles()
  if (!data) return error ? <LoadProblem error={error} onRetry={() => void refetch()} /> : <Placeholder width="60%" />
  if (data.items.length === 0) return none
  return <ul className={styles.list}>{data.items.map(children)}</ul>
}
