import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { type ListName, offersQuery } from '../../api/offerList.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useFilter } from '../../ui/useFilter.ts'
import { filterFrom } from './filter.ts'
import { OfferFilter } from './OfferFilter.tsx'
import { OfferList } from './OfferList.tsx'
import { StatusFilter } from './StatusFilter.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** All offers, and Approvals: the same list with other columns and another order. */
export function OfferListPage({ list }: { list: ListName }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const { filter, change } = useFilter(filterFrom)
  const title = t(`${list}.title`)
  return (
    <div className={styles.page}>
      <PageTitle page={title} />
      <PageHeader title={title} text={list === 'approvals' ? t('approvals.text') : undefined}>
        <Freshness query={offersQuery(list, filter)} />
      </PageHeader>
      <OfferFilter filter={filter} onChange={change} />
      <StatusFilter list={list} filter={filter} onChange={change} />
      <OfferList list={list} filter={filter} onChange={change} />
    </div>
  )
}
