import { makeStyles, mergeClasses, Table, TableBody, TableCell, TableRow, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { OfferListQuery, OfferRow } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offers.ts'
import type { Column } from './columns.tsx'
import { OfferTableHead } from './OfferTableHead.tsx'
import { useCellStyles, useRowStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  table: { display: 'block', backgroundColor: 'transparent' },
  body: { display: 'block', transitionProperty: 'opacity', transitionDuration: tokens.durationFast },
  busy: { opacity: 0.5 },
})

type Props = {
  items: readonly OfferRow[]
  columns: readonly Column[]
  list: ListName
  label: string
  /** The rows are of the question before; those asked for are on their way. */
  busy: boolean
  sort: OfferListQuery['sort']
  onSort: (sort: OfferListQuery['sort']) => void
}

export function OfferTable({ items, columns, list, label, busy, sort, onSort }: Props) {
  const styles = useStyles()
  return (
    <Table noNativeElements aria-label={label} aria-busy={busy} className={styles.table}>
      <OfferTableHead columns={columns} list={list} sort={sort} onSort={onSort} />
      <TableBody className={mergeClasses(styles.body, busy && styles.busy)}>
        {items.map((offer) => (
          <Row key={`${offer.publisherId}/${offer.offerId}`} columns={columns} list={list} offer={offer} />
        ))}
      </TableBody>
    </Table>
  )
}

type RowProps = { offer: OfferRow; columns: readonly Column[]; list: ListName }

// A poll that changes one offer hands back the same object for all the others, and only that one's row renders.
const Row = memo(function Row({ offer, columns, list }: RowProps) {
  const rows = useRowStyles()
  const cells = useCellStyles()
  return (
    <TableRow className={mergeClasses(rows.row, rows[list])}>
      {columns.map(({ sort, cell }) => (
        <TableCell key={sort} className={mergeClasses(cells.cell, cells[sort])}>
          {cell(offer, list)}
        </TableCell>
      ))}
    </TableRow>
  )
})
