import { makeStyles, mergeClasses, TableHeader, TableHeaderCell, TableRow, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferListQuery, OfferSort } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offers.ts'
import type { Column } from './columns.tsx'
import { useRowStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  head: { display: 'block', backgroundColor: tokens.colorNeutralBackground2 },
  row: {
    color: tokens.colorNeutralForeground3,
    minHeight: '36px',
    '@media (max-width: 720px)': { paddingBlock: '0px', columnGap: tokens.spacingHorizontalL },
  },
  cell: {
    padding: '0px',
    minWidth: '0px',
    height: 'auto',
    '@media (max-width: 720px)': { flexGrow: 0, flexShrink: 0, flexBasis: 'auto', width: 'auto' },
  },
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
  const rows = useRowStyles()
  const { t } = useTranslation('offers')
  return (
    <TableHeader className={styles.head}>
      <TableRow className={mergeClasses(rows.row, rows[list], styles.row)}>
        {columns.map((column) => (
          <TableHeaderCell
            key={column.sort}
            button={{ className: styles.button }}
            className={styles.cell}
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
