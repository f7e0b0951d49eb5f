import { mergeClasses, Table, TableBody, TableCell, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { Fragment, memo, type ReactNode } from 'react'
import type { Column } from './column.ts'
import { type Sorting, TableHead } from './TableHead.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useTableStyles } from './tableStyles.ts'

type Props<Item, Name extends string> = {
  label: string
  /** At module scope: a row renders again when they change. */
  columns: readonly Column<Item, Name>[]
  /** The class that sets the widths of the columns. */
  layout: string
  heading: (name: Name) => string
  /** Undefined until the first answer: placeholders take the place of the rows. */
  items: readonly Item[] | undefined
  keyOf: (item: Item) => string | number
  /** The rows belong to the previous query; those of the current one are loading. */
  isBusy: boolean
  /** Cells have several lines, so they are aligned at their first one. */
  isMultiline?: boolean
  sorting?: Sorting<Name>
  /** The title above the items that follow each other and have it in common. */
  groupOf?: (item: Item) => string
}

/** A list as a table. After a poll, only rows whose item is a new object render. */
export function DataTable<Item, Name extends string>({
  label,
  columns,
  layout,
  heading,
  items,
  keyOf,
  isBusy,
  isMultiline,
  sorting,
  groupOf,
}: Props<Item, Name>) {
  const styles = useTableStyles()
  if (!items) return <TableSkeleton columns={columns} layout={layout} />
  const rowClass = mergeClasses(styles.row, layout, isMultiline && styles.multiline)
  return (
    <Table noNativeElements aria-label={label} aria-busy={isBusy} className={styles.table}>
      <TableHead columns={columns} heading={heading} layout={layout} sorting={sorting} />
      <TableBody className={mergeClasses(styles.body, isBusy && styles.busy)}>
        {items.map((item, index) => {
          const previous = items[index - 1]
          const group = groupOf?.(item)
          return (
            <Fragment key={keyOf(item)}>
              {group !== undefined && !(previous && groupOf?.(previous) === group) && (
                <GroupRow span={columns.length} title={group} />
              )}
              <Row
                cells={() => columns.map((column) => <Cell key={column.name} column={column} item={item} />)}
                className={rowClass}
                madeFrom={[item, columns]}
              />
            </Fragment>
          )
        })}
      </TableBody>
    </Table>
  )
}

/** Spans the table, and names the rows below it up to the next one. */
function GroupRow({ title, span }: { title: string; span: number }) {
  const styles = useTableStyles()
  return (
    <TableRow className={styles.group}>
      <TableHeaderCell aria-colspan={span} className={styles.groupCell} role="rowheader">
        {title}
      </TableHeaderCell>
    </TableRow>
  )
}

type RowProps = { className: string; madeFrom: readonly unknown[]; cells: () => ReactNode }

const Row = memo(
  function Row({ className, cells }: RowProps) {
    return <TableRow className={className}>{cells()}</TableRow>
  },
  (before, after) =>
    before.className === after.className && before.madeFrom.every((part, index) => part === after.madeFrom[index]),
)

function Cell<Item>({ column: { place, cell }, item }: { column: Column<Item>; item: Item }) {
  const styles = useTableStyles()
  return <TableCell className={mergeClasses(styles.cell, styles[place])}>{cell(item)}</TableCell>
}
