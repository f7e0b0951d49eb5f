import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { type Column, type Sort, widthsOf } from './column.ts'
import { Part } from './Part.tsx'
import { useTableStyles } from './tableStyles.ts'
import { medium, narrow } from './widths.styles.ts'

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '36px',
    padding: 0,
    border: 'none',
    backgroundColor: 'inherit',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 'normal',
    textAlign: 'start',
    [narrow]: { minHeight: '28px' },
  },
  sorts: {
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1Hover, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { color: tokens.colorNeutralForeground1Pressed, backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
  icon: { paddingTop: tokens.spacingVerticalXXS, flexShrink: 0 },
  // Cards need headings for screen readers only; those that sort stay visible because they are buttons.
  readOut: { [narrow]: { position: 'absolute', width: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: { [medium]: { minHeight: '24px' } },
})

const icons = { ascending: ArrowUpRegular, descending: ArrowDownRegular, none: undefined } as const

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
  const name = mergeClasses(styles.button, !sorting && styles.name)
  return (
    <Part as="rowgroup" className={mergeClasses(table.head, !sorting && styles.readOut)}>
      <Part as="row" className={mergeClasses(table.row, layout, table.headRow)} style={widthsOf(columns)}>
        {columns.map((column) =>
          sorting && column.by ? (
            <SortingHeading
              key={column.name}
              by={column.by}
              sorting={sorting}
              startsDescending={column.startsDescending}
            >
              {heading(column.name)}
            </SortingHeading>
          ) : (
            <Part
              key={column.name}
              as="columnheader"
              className={mergeClasses(table.headCell, !column.by && styles.readOut)}
            >
              <div className={name}>{heading(column.name)}</div>
            </Part>
          ),
        )}
      </Part>
    </Part>
  )
}

type HeadingProps<By extends string> = {
  by: By
  startsDescending: boolean | undefined
  sorting: Sorting<By>
  children: string
}

function SortingHeading<By extends string>({ by, startsDescending, sorting, children }: HeadingProps<By>) {
  const styles = useStyles()
  const table = useTableStyles()
  const direction = directionOf(by, sorting.sort ?? sorting.byDefault)
  const Icon = icons[direction]
  return (
    <Part as="columnheader" aria-sort={direction} className={table.headCell}>
      <button
        className={mergeClasses(styles.button, styles.sorts)}
        onClick={() => sorting.onSort(nextSort(by, startsDescending, sorting))}
        type="button"
      >
        {children}
        {Icon && <Icon aria-hidden className={styles.icon} fontSize={12} />}
      </button>
    </Part>
  )
}

const directionOf = (by: string, sort: string) =>
  sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none'

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
