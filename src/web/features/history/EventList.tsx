import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HistoryQuery } from '../../../contract/history.ts'
import type { historyQuery } from '../../api/history.ts'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { Pager } from '../../page/Pager.tsx'
import { TableSkeleton } from '../../ui/TableSkeleton.tsx'
import { useTableStyles } from '../../ui/tableStyles.ts'
import { useTurn } from '../../ui/useTurn.ts'
import { columnsOf, type EventListName } from './columns.tsx'
import { EventTable, useColumnStyles } from './EventTable.tsx'
import { NoEvents } from './NoEvents.tsx'

type Props = {
  list: EventListName
  query: ReturnType<typeof historyQuery>
  filter: HistoryQuery
  onChange: (part: HistoryQuery) => void
}

/** A page of events, or what there is to say instead. It polls. */
export function EventList({ list, query, filter, onChange }: Props) {
  const table = useTableStyles()
  const places = useColumnStyles()
  const { t } = useTranslation(['history', 'common'])
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { top, turn } = useTurn(onChange)
  return (
    <section ref={top} className={table.list} aria-label={t('title')}>
      {data && data.items.length > 0 && (
        <EventTable busy={isPlaceholderData} items={data.items} label={t('title')} list={list} />
      )}
      {data?.items.length === 0 && <NoEvents filter={filter} total={data.total} onChange={onChange} />}
      {!data && error && <LoadProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <TableSkeleton
          columns={places[list]}
          label={t('common:freshness.loading')}
          places={columnsOf[list].map(({ place }) => place)}
        />
      )}
      {data && (
        <Pager page={filter.page ?? 1} text={t('total', { count: data.total })} total={data.total} onPage={turn} />
      )}
    </section>
  )
}
