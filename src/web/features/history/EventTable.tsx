import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import { useTableStyles } from '../../ui/tableStyles.ts'
import { columnsOf, type EventListName } from './columns.tsx'

// Between a card and a table, an event has two lines.
const medium = '@media (max-width: 1040px)'

export const useColumnStyles = makeStyles({
  all: {
    gridTemplateColumns:
      'minmax(0, 1.85fr) minmax(148px, 1.2fr) minmax(0, 1.9fr) minmax(0, 0.8fr) minmax(0, 1.5fr) minmax(0, 1.9fr)',
    [medium]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.4fr)' },
  },
  offer: {
    gridTemplateColumns: 'minmax(0, 1.6fr) minmax(148px, 1fr) minmax(0, 1.6fr) minmax(0, 3fr)',
    [medium]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.4fr)' },
  },
})

const useStyles = makeStyles({
  // A card's parts need no headings to be seen, but to be read out.
  head: {
    '@media (max-width: 720px)': { position: 'absolute', width: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  label: {
    minHeight: '36px',
    [medium]: { minHeight: '24px' },
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  what: { '@media (max-width: 720px)': { fontWeight: tokens.fontWeightSemibold } },
  top: { alignItems: 'start', paddingBlock: '6px' },
})

type Props = { list: EventListName; items: readonly HistoryEvent[]; label: string; busy: boolean }

export function EventTable({ list, items, label, busy }: Props) {
  const styles = useStyles()
  const table = useTableStyles()
  const places = useColumnStyles()
  const { t } = useTranslation('history')
  return (
    <Table noNativeElements aria-label={label} aria-busy={busy} className={table.table}>
      <TableHeader className={mergeClasses(table.head, styles.head)}>
        <TableRow className={mergeClasses(table.row, places[list], table.headRow)}>
          {columnsOf[list].map(({ name }) => (
            <TableHeaderCell key={name} button={{ className: styles.label }} className={table.headCell}>
              {t(`column.${name}`)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody className={mergeClasses(table.body, busy && table.busy)}>
        {items.map((event) => (
          <Row key={event.id} event={event} list={list} />
        ))}
      </TableBody>
    </Table>
  )
}

// What happened never changes: a poll that brings a new event renders that one's row alone.
const Row = memo(function Row({ event, list }: { event: HistoryEvent; list: EventListName }) {
  const styles = useStyles()
  const table = useTableStyles()
  const places = useColumnStyles()
  return (
    <TableRow className={mergeClasses(table.row, places[list], styles.top)}>
      {columnsOf[list].map(({ name, place, cell }) => (
        <TableCell
          key={name}
          className={mergeClasses(table.cell, table[place], table.numeric, name === 'eventType' && styles.what)}
        >
          {cell(event)}
        </TableCell>
      ))}
    </TableRow>
  )
})
