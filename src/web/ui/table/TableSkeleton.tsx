import { mergeClasses } from '@fluentui/react-components'
import { Placeholder } from '../Placeholder.tsx'
import { type Column, widthsOf } from './column.ts'
import { useTableStyles } from './tableStyles.ts'

const rowNumbers = Array.from({ length: 12 }, (_, row) => row)

type Props<Item> = { columns: readonly Column<Item>[]; layout: string | undefined }

/** As large as the rows that it stands for. */
export function TableSkeleton<Item>({ columns, layout }: Props<Item>) {
  const table = useTableStyles()
  return rowNumbers.map((row) => (
    <div key={row} className={mergeClasses(table.row, layout)} style={widthsOf(columns)}>
      {columns.map(({ name, place }, column) => (
        <div key={name} className={table[place]}>
          <Placeholder width={`${90 - ((row * 3 + column * 5) % 7) * 8}%`} />
        </div>
      ))}
    </div>
  ))
}
