import { makeStyles, mergeClasses, TableHeader, TableHeaderCell, TableRow, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferListQuery, OfferSort } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import { useTableStyles } from '../../ui/tableStyles.ts'
import type { Column } from './columns.tsx'
import { useColumnStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  button: {
    minHeight: '36px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 720px)': { minHeight: '28px' },
  },
})

type Props = {
  columns: readonly Column[]
  list: ListName
  sort: OfferListQuery['sort']
  onSort: (sort: OfferListQuery['sort']) => void
}

export function OfferTableHead({ columns, list, sort, onSort }: Props) {
  const styles = useStyles()
  const table = useTableStyles()
  const places = useColumnStyles()
  const { t } = useTranslation('offers')
  return (
    <TableHeader className={table.head}>
      <TableRow className={mergeClasses(table.row, places[list], table.headRow)}>
        {columns.map((column) => (
          <TableHeaderCell
            key={column.sort}
            button={{ className: styles.button }}
            className={table.headCell}
            onClick={() => onSort(next(column.sort, sort))}
            sortable
            sortDirection={directionOf(column.sort, sort)}
          >
            {t(`column.${column.sort}`)}
          </TableHeaderCell>
        ))}
      </TableRow>
    </TableHeader>
  )
}

const directionOf = (column: OfferSort, sort: OfferListQuery['sort']) =>
  sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined

/** First up, then down, then the list's own order again; times are first asked for newest first. */
function next(column: OfferSort, sort: OfferListQuery['sort']): OfferListQuery['sort'] {
  const [first, second] = column === 'changed' ? ([`-${column}`, column] as const) : ([column, `-${column}`] as const)
  return sort === first ? second : sort === second ? undefined : first
}
