import { mergeClasses } from '@fluentui/react-components'
import { type CSSProperties, memo, type ReactNode, useDeferredValue, useId, useMemo } from 'react'
import { type Column, widthsOf } from './column.ts'
import { moveInTable, TimeIsTabStop } from './inRow.ts'
import { keepMiddleButton, openRow } from './openRow.ts'
import { Part } from './Part.tsx'
import { type Sorting, TableHead } from './TableHead.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useTableStyles } from './tableStyles.ts'

/** Rows under a heading of their own. */
export type Group<Item> = { name: string; title: string; items: readonly Item[] }

type Props<Item, Name extends string, By extends string> = {
  label: string
  /** At module scope: a row renders again when they change. */
  columns: readonly Column<Item, Name, By>[]
  /** The class that sets the widths of the columns, where they do not say so themselves. */
  layout?: string
  heading: (name: Name) => string
  /** Undefined until the first answer: placeholders take the place of the rows. */
  items: readonly Item[] | undefined
  keyOf: (item: Item) => string | number
  /** The rows of another filter or page are still on screen. */
  isBusy: boolean
  /** Draws all rows in one go, for a reader who returns to one of them; otherwise those below the screen come after the others. */
  isReturn?: boolean | undefined
  /** Cells have several lines, so they are aligned at their first one. */
  isMultiline?: boolean
  /** As many rows on a screen as possible. */
  isCompact?: boolean
  sorting?: Sorting<By>
  /** Divides the rows. */
  groups?: ((items: readonly Item[]) => readonly Group<Item>[]) | undefined
  /** A click anywhere in a row follows its first link. */
  opens?: boolean
  /** What happens to the row when the list is updated: it is dimmed, and says so. */
  changeOf?: ((item: Item) => string | undefined) | undefined
}

/** The rows that are drawn first. Until the others follow, their place is kept, so that nothing moves. */
const screenful = 15
const rowHeight = 40

/** A list as a table. After a poll, only rows whose item is a new object render. */
export function DataTable<Item, Name extends string, By extends string>(props: Props<Item, Name, By>) {
  const { items, columns, layout } = props
  return items ? <Filled {...props} items={items} /> : <TableSkeleton columns={columns} layout={layout} />
}

type FilledProps<Item, Name extends string, By extends string> = Props<Item, Name, By> & { items: readonly Item[] }

function Filled<Item, Name extends string, By extends string>(props: FilledProps<Item, Name, By>) {
  const { label, columns, layout, heading, items, keyOf, isBusy, isReturn = false } = props
  const { isMultiline, isCompact, sorting, groups, opens, changeOf } = props
  const styles = useTableStyles()
  const isWhole = useDeferredValue(true, isReturn)
  const shown = isWhole ? items : items.slice(0, screenful)
  const kept = (items.length - shown.length) * rowHeight
  const widths = widthsOf(columns)
  const rowClass = mergeClasses(
    styles.row,
    styles.bodyRow,
    layout,
    isMultiline && styles.multiline,
    isCompact && styles.compact,
    opens && styles.opens,
  )
  const bodyClass = mergeClasses(styles.body, isBusy && styles.busy)
  const open = opens && { onAuxClick: openRow, onClick: openRow, onMouseDown: keepMiddleButton }
  const head = useMemo(
    () => <TableHead columns={columns} heading={heading} layout={layout} sorting={sorting} />,
    [columns, heading, layout, sorting],
  )
  const first = opens ? undefined : items[0]
  function row(item: Item) {
    const change = changeOf?.(item)
    const cells = () =>
      columns.map((column, index) => (
        <Cell key={column.name} column={column} item={item} note={index === 0 ? change : undefined} />
      ))
    const className = change ? mergeClasses(rowClass, styles.changes) : rowClass
    return (
      <TimeIsTabStop key={keyOf(item)} value={item === first}>
        <Row cells={cells} className={className} madeFrom={[item, columns, change]} widths={widths} />
      </TimeIsTabStop>
    )
  }
  return (
    <Part
      as="table"
      aria-label={label}
      aria-busy={isBusy}
      onKeyDown={moveInTable}
      style={{ paddingBlockEnd: kept }}
      {...open}
    >
      {head}
      {groups ? (
        groups(shown).map(({ name, title, items }) => (
          <GroupBody key={name} className={bodyClass} span={columns.length} title={title}>
            {items.map(row)}
          </GroupBody>
        ))
      ) : (
        <Part as="rowgroup" className={bodyClass}>
          {shown.map(row)}
        </Part>
      )}
    </Part>
  )
}

type GroupProps = { title: string; span: number; className: string; children: ReactNode }

function GroupBody({ title, span, className, children }: GroupProps) {
  const styles = useTableStyles()
  const id = useId()
  return (
    <Part as="rowgroup" aria-labelledby={id} className={className}>
      <Part as="row" className={styles.group}>
        <Part as="cell" aria-colspan={span} className={styles.groupCell} id={id}>
          {title}
        </Part>
      </Part>
      {children}
    </Part>
  )
}

type RowProps = {
  className: string
  widths: CSSProperties | undefined
  madeFrom: readonly unknown[]
  cells: () => ReactNode
}

const Row = memo(
  function Row({ className, widths, cells }: RowProps) {
    return (
      <Part as="row" className={className} style={widths}>
        {cells()}
      </Part>
    )
  },
  (before, after) =>
    before.className === after.className && before.madeFrom.every((part, index) => part === after.madeFrom[index]),
)

type CellProps<Item> = { column: Column<Item>; item: Item; note: string | undefined }

function Cell<Item>({ column: { place, cell, isHeader }, item, note }: CellProps<Item>) {
  const styles = useTableStyles()
  return (
    <Part className={mergeClasses(styles.cell, styles[place])} as={isHeader ? 'rowheader' : 'cell'}>
      {cell(item)}
      {note && <span className={styles.note}>{note}</span>}
    </Part>
  )
}
