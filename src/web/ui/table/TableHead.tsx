import { makeStyles, mergeClasses, TableHeader, TableHeaderCell, TableRow, tokens } from '@fluentui/react-components'
import { type Column, type Sort, widthsOf } from './column.ts'
import { medium, narrow, useTableStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  button: {
    minHeight: '36px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { minHeight: '28px' },
  },
  // Cards need headings for screen readers only; those that sort stay visible because they are buttons.
  readOut: { [narrow]: { position: 'absolute', width: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: { [medium]: { minHeight: '24px' } },
})

/** Without it, the headings are not buttons. */
export type Sorting<By extends string> = {
  /** Undefined while the list has its default order. */
  sort: Sort<By> | undefined
  byDefault: Sort<By>
  onSort: (sort: Sort<By> | undefined) => void
}

type Props<Item, Name extends string, By extends string> = {
  columns: readonly Column<Item, Name, By>[]
  layout: string | undefined
  heading: (name: Name) => string
  sorting: Sorting<By> | undefined
}

export function TableHead<Item, Name extends string, By extends string>(props: Props<Item, Name, By>) {
  const { columns, layout, heading, sorting } = props
  const styles = useStyles()
  const table = useTableStyles()
  return (
    <TableHeader className={mergeClasses(table.head, !sorting && styles.readOut)}>
      <TableRow className={mergeClasses(table.row, layout, table.headRow)} style={widthsOf(columns)}>
        {columns.map(({ name, by, startsDescending }) => (
          <TableHeaderCell
            key={name}
            button={{ className: mergeClasses(styles.button, !sorting && styles.name) }}
            className={mergeClasses(table.headCell, !by && styles.readOut)}
            {...(sorting &&
              by && {
                onClick: () => sorting.onSort(nextSort(by, startsDescending, sorting)),
                sortable: true,
                sortDirection: directionOf(by, sorting.sort ?? sorting.byDefault),
              })}
          >
            {heading(name)}
          </TableHeaderCell>
        ))}
      </TableRow>
    </TableHeader>
  )
}

const directionOf = (by: string, sort: string) =>
  sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined

/** First one direction, then the other, then the list's default order. */
function nextSort<By extends string>(
  by: By,
  startsDescending: boolean | undefined,
  { sort, byDefault }: Sorting<By>,
): Sort<By> | undefined {
  const descending = `-${by}` as const
  const [first, second] = startsDescending ? [descending, by] : [by, descending]
  const current = sort ?? byDefault
  const next = current === first ? second : current === second ? undefined : first
  return next === byDefault ? undefined : next
}
