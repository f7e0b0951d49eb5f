import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Placeholder } from './Placeholder.tsx'
import { useTableStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

const rowCount = 12

type Props = {
  label: string
  /** The class that sets the columns. */
  columns: string
  /** Where each column's cell stands in a card. */
  places: readonly ('wide' | 'lesser')[]
}

/** As large as the rows to come. */
export function TableSkeleton({ label, columns, places }: Props) {
  const styles = useStyles()
  const table = useTableStyles()
  return (
    <div aria-busy role="status" aria-label={label}>
      {Array.from({ length: rowCount }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing but their place
        <div key={row} className={mergeClasses(table.row, columns, styles.row)}>
          {places.map((place, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same
            <div key={column} className={table[place]}>
              <Placeholder width={`${90 - ((row * 3 + column * 5) % 7) * 8}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
