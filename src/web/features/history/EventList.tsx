import { makeStyles } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import type { historyQuery } from '../../api/history.ts'
import { withoutPolling } from '../../api/polled.ts'
import { ListView } from '../../page/ListView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { columnsOf, type EventListName } from './columns.tsx'
import { type EventFilter, isFiltered, noFilter } from './filter.ts'
import { useDays } from './useDays.ts'

const useLayouts = makeStyles({
  all: {
    gridTemplateColumns:
      'minmax(0, 1.85fr) minmax(148px, 1.2fr) minmax(0, 1.9fr) minmax(0, 0.8fr) minmax(0, 1.5fr) minmax(0, 1.9fr)',
  },
  offer: {
    gridTemplateColumns: 'minmax(0, 1.6fr) minmax(148px, 1fr) minmax(0, 1.6fr) minmax(0, 3fr)',
  },
})

const keyOf = ({ id }: HistoryEvent) => id

type Props = {
  list: EventListName
  query: ReturnType<typeof historyQuery>
  filter: EventFilter
  onChange: (part: EventFilter) => void
}

/** The events that match, newest first. */
export function EventList({ list, query, filter, onChange }: Props) {
  const layouts = useLayouts()
  const { t } = useTranslation('history')
  const groups = useDays()
  const { data: hasMore } = useQuery({ ...query, ...withoutPolling, select: (history) => history.hasMore })
  const empty = isFiltered(filter)
    ? { title: t('empty.filtered.title'), text: t('empty.filtered.text'), onClear: () => onChange(noFilter) }
    : { title: t('empty.title'), text: t('empty.text'), icon: <HistoryRegular /> }
  return (
    <ListView
      empty={empty}
      keyOf={keyOf}
      label={t('title')}
      onPage={(page) => onChange({ page })}
      page={filter.page}
      query={query}
      totalInWords={(count) => t(hasMore ? 'totalMore' : 'total', { count })}
    >
      {({ items, isBusy, isReturn, changeOf }) => (
        <DataTable
          changeOf={changeOf}
          columns={columnsOf[list]}
          groups={groups}
          heading={(name) => t(`column.${name}`)}
          isBusy={isBusy}
          isMultiline
          isReturn={isReturn}
          items={items}
          keyOf={keyOf}
          label={t('title')}
          layout={layouts[list]}
        />
      )}
    </ListView>
  )
}
