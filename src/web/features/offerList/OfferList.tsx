import { BoxRegular } from '@fluentui/react-icons/svg/box'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { defaultSort, type ListName, type OfferListQuery, type OfferSort } from '../../../contract/offerList.ts'
import { offersQuery } from '../../api/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import type { Empty } from '../../page/EmptyList.tsx'
import { ListView } from '../../page/ListView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Sorting } from '../../ui/table/TableHead.tsx'
import { useIsPhone } from '../../ui/useMedia.ts'
import { useIsCompact } from './choices.ts'
import type { ColumnName } from './columns.tsx'
import { isFiltered, noFilter, type OfferFilter } from './filter.ts'
import { useColumns } from './layout.ts'
import { SortMenu } from './SortMenu.tsx'
import { keyOf } from './together/selection.ts'
import { useGroups } from './useGroups.ts'

type Props = {
  list: ListName
  filter: OfferFilter
  query: OfferListQuery
  /** Whether these filters are the ones to open with; until then the list waits. */
  isDecided: boolean
  onChange: (part: OfferFilter) => void
}

/** The matching offers as a sortable table. */
export function OfferList({ list, filter, query, isDecided, onChange }: Props) {
  const { t } = useTranslation('offers')
  const { groupOf, groups } = useGroups()
  const columns = useColumns(list)
  const isCompact = useIsCompact()
  const isPhone = useIsPhone()
  const label = t(`${list}.title`)
  const asked = offersQuery(list, isDecided ? query : undefined)
  const { data: hasMore } = useQuery({ ...asked, ...withoutPolling, select: (offers) => offers.hasMore })
  const sorting: Sorting<OfferSort> = {
    sort: query.sort,
    byDefault: defaultSort(list, query.attention),
    onSort: (sort) => onChange({ sort }),
  }
  const heading = (name: ColumnName) => t(`column.${name}`)
  const isGrouped = list === 'approvals' && !query.sort && query.attention !== 'overdue'
  return (
    <ListView
      empty={useEmpty({ list, filter, query, onChange })}
      groupOf={isGrouped ? groupOf : undefined}
      keyOf={keyOf}
      label={label}
      onPage={(page) => onChange({ page })}
      page={query.page}
      query={asked}
      totalInWords={(count) => t(hasMore ? 'totalMore' : 'total', { count })}
    >
      {({ items, isBusy, isReturn, changeOf, placed }) => (
        <>
          {isPhone && <SortMenu list={list} sorting={sorting} />}
          <DataTable
            changeOf={changeOf}
            columns={columns}
            groups={isGrouped ? (items) => groups(items, placed) : undefined}
            heading={heading}
            isBusy={isBusy}
            isCompact={isCompact}
            isReturn={isReturn}
            items={items}
            keyOf={keyOf}
            label={label}
            opens
            sorting={isPhone ? undefined : sorting}
          />
        </>
      )}
    </ListView>
  )
}

function useEmpty({ list, filter, query, onChange }: Omit<Props, 'isDecided'>): Empty {
  const { t } = useTranslation('offers')
  if (isFiltered(filter))
    return { title: t('empty.filtered.title'), text: t('empty.filtered.text'), onClear: () => onChange(noFilter) }
  if (list === 'approvals' && query.attention === 'needsYou') {
    const onClear = () => onChange({ attention: 'all' })
    return { title: t('empty.waiting.title'), text: t('empty.waiting.text'), onClear, clear: t('empty.waiting.action') }
  }
  return { title: t(`empty.${list}.title`), text: t(`empty.${list}.text`), icon: <BoxRegular /> }
}
