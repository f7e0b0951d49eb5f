import { makeStyles, mergeClasses, TableHeader, TableHeaderCell, TableRow, tokens } from '@fluentui/react-components'
import type { Column, Sort } from './column.ts'
import { medium, narrow, useTableStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  button: {
    minHeight: '36px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { minHeight: '28px' },
  },
  // Cards need headings for screen readers only; in a sorted table they stay visible because they are buttons.
  readOut: { [narrow]: { position: 'absolute', width: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: { [medium]: { minHeight: '24px' } },
})

/** Without it, the headings are not buttons. */
export type Sorting<Name extends string> = {
  sort: Sort<Name> | undefined
  onSort: (sort: Sort<Name> | undefined) => void
}

type Props<Item, Name extends string> = {
  columns: readonly Column<Item, Name>[]
  layout: string
  heading: (name: Name) => string
  sorting: Sorting<Name> | undefined
}

export function TableHead<Item, Name extends string>({ columns, layout, heading, sorting }: Props<Item, Name>) {
  const styles = useStyles()
  const table = useTableStyles()
  return (
    <TableHeader className={mergeClasses(table.head, !sorting && styles.readOut)}>
      <TableRow className={mergeClasses(table.row, layout, table.headRow)}>
        {columns.map((column) => (
          <TableHeaderCell
            key={column.name}
            button={{ className: mergeClasses(styles.button, !sorting && styles.name) }}
            className={table.headCell}
            {...(sorting && {
              onClick: () => sorting.onSort(nextSort(column, sorting.sort)),
              sortable: true,
              sortDirection: directionOf(column.name, sorting.sort),
            })}
          >
            {heading(column.name)}
          </TableHeaderCell>
        ))}
      </TableRow>
    </TableHeader>
  )
}

const directionOf = (name: string, sort: string | undefined) =>
  sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined

/** First one direction, then the other, then the list's default order. */
function nextSort<Name extends string>(
  { name, startsDescending }: Pick<Column<never, Name>, 'name' | 'startsDescending'>,
  sort: Sort<Name> | undefined,
): Sort<Name> | undefined {
  const descending = `-${name}` as const
  const [first, second] = startsDescending ? [descending, name] : [name, descending]
  return sort === first ? second : sort === second ? undefined : first
}
