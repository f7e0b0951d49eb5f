import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ListName, offersQuery } from '../../api/offerList.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { Pager } from '../../page/Pager.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { TableSkeleton } from '../../ui/TableSkeleton.tsx'
import { useTableStyles } from '../../ui/tableStyles.ts'
import { useFilter } from '../../ui/useFilter.ts'
import { useTurn } from '../../ui/useTurn.ts'
import { columnsOf } from './columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filterFrom } from './filter.ts'
import { NoOffers } from './NoOffers.tsx'
import { OfferTable } from './OfferTable.tsx'
import { StatusFilter } from './StatusFilter.tsx'
import { placeOf, useColumnStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** All offers, and Approvals: the same list with other columns and another order. */
export function OfferListPage({ list }: { list: ListName }) {
  const styles = useStyles()
  const table = useTableStyles()
  const places = useColumnStyles()
  const { t } = useTranslation(['offers', 'common'])
  const { filter, change } = useFilter(filterFrom)
  const query = offersQuery(list, filter)
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...query, placeholderData: keepPreviousData })
  const { top, turn } = useTurn(change)
  const text = list === 'approvals' ? t('approvals.text') : undefined
  return (
    <div className={styles.page}>
      <PageTitle page={t(`${list}.title`)} />
      <PageHeader title={t(`${list}.title`)} text={text}>
        <Freshness query={query} />
      </PageHeader>
      <FilterBar filter={filter} onChange={change} />
      <StatusFilter list={list} filter={filter} counts={data?.counts} onChange={change} />
      <section ref={top} className={table.list} aria-label={t(`${list}.title`)}>
        {data && data.items.length > 0 && (
          <OfferTable
            busy={isPlaceholderData}
            columns={columnsOf[list]}
            items={data.items}
            label={t(`${list}.title`)}
            list={list}
            onSort={(sort) => change({ sort })}
            sort={filter.sort}
          />
        )}
        {data?.items.length === 0 && <NoOffers filter={filter} list={list} total={data.total} onChange={change} />}
        {!data && error && <LoadProblem error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <TableSkeleton
            columns={places[list]}
            label={t('common:freshness.loading')}
            places={columnsOf[list].map(({ sort }) => placeOf[sort])}
          />
        )}
        {data && (
          <Pager
            page={filter.page ?? 1}
            text={t('pager.total', { count: data.total })}
            total={data.total}
            onPage={turn}
          />
        )}
      </section>
    </div>
  )
}
