import { makeStyles } from '@fluentui/react-components'
import { BoxRegular } from '@fluentui/react-icons/svg/box'
import { useTranslation } from 'react-i18next'
import type { OfferListQuery, OfferRow } from '../../../contract/offerList.ts'
import { type ListName, offersQuery } from '../../api/offerList.ts'
import { ListView } from '../../page/ListView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { columnsOf } from './columns.tsx'
import { isFiltered, noFilter } from './filter.ts'

const useLayouts = makeStyles({
  offers: {
    gridTemplateColumns: 'minmax(0, 2.85fr) minmax(0, 1.6fr) minmax(0, 0.9fr) minmax(0, 3.25fr) minmax(148px, 1.4fr)',
  },
  approvals: {
    gridTemplateColumns: 'minmax(0, 2.6fr) minmax(0, 0.9fr) minmax(0, 1.6fr) minmax(0, 3.5fr) minmax(0, 1.9fr)',
  },
})

const keyOf = ({ publisherId, offerId }: OfferRow) => `${publisherId}/${offerId}`

type Props = { list: ListName; filter: OfferListQuery; onChange: (part: OfferListQuery) => void }

/** The matching offers as a sortable table. */
export function OfferList({ list, filter, onChange }: Props) {
  const layouts = useLayouts()
  const { t } = useTranslation('offers')
  const label = t(`${list}.title`)
  const empty = isFiltered(filter)
    ? { title: t('empty.filtered.title'), text: t('empty.filtered.text'), onClear: () => onChange(noFilter) }
    : { title: t(`empty.${list}.title`), text: t(`empty.${list}.text`), icon: <BoxRegular /> }
  return (
    <ListView
      empty={empty}
      label={label}
      onPage={(page) => onChange({ page })}
      page={filter.page}
      query={offersQuery(list, filter)}
      totalInWords={(count) => t('total', { count })}
    >
      {(items, isBusy) => (
        <DataTable
          columns={columnsOf[list]}
          heading={(name) => t(`column.${name}`)}
          isBusy={isBusy}
          items={items}
          keyOf={keyOf}
          label={label}
          layout={layouts[list]}
          sorting={{ sort: filter.sort, onSort: (sort) => onChange({ sort }) }}
        />
      )}
    </ListView>
  )
}
