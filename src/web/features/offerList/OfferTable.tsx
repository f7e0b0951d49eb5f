import { mergeClasses, Table, TableBody, TableCell, TableRow } from '@fluentui/react-components'
import { memo } from 'react'
import type { OfferListQuery, OfferRow } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import { useTableStyles } from '../../ui/tableStyles.ts'
import type { Column } from './columns.tsx'
import { OfferTableHead } from './OfferTableHead.tsx'
import { placeOf, useColumnStyles } from './tableStyles.ts'

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
  const styles = useTableStyles()
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
  const styles = useTableStyles()
  const places = useColumnStyles()
  return (
    <TableRow className={mergeClasses(styles.row, places[list])}>
      {columns.map(({ sort, cell }) => (
        <TableCell
          key={sort}
          className={mergeClasses(styles.cell, styles[placeOf[sort]], sort === 'changed' && styles.numeric)}
        >
          {cell(offer, list)}
        </TableCell>
      ))}
    </TableRow>
  )
})
