import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Placeholder } from '../Placeholder.tsx'
import { type Column, widthsOf } from './column.ts'
import { useTableStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

const rowNumbers = Array.from({ length: 12 }, (_, row) => row)

type Props<Item> = { columns: readonly Column<Item>[]; layout: string | undefined }

/** As large as the rows that it stands for. */
export function TableSkeleton<Item>({ columns, layout }: Props<Item>) {
  const styles = useStyles()
  const table = useTableStyles()
  return rowNumbers.map((row) => (
    <div key={row} className={mergeClasses(table.row, layout, styles.row)} style={widthsOf(columns)}>
      {columns.map(({ name, place }, column) => (
        <div key={name} className={table[place]}>
          <Placeholder width={`${90 - ((row * 3 + column * 5) % 7) * 8}%`} />
        </div>
      ))}
    </div>
  ))
}
