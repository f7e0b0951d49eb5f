import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName, OfferListQuery } from '../../../contract/offerList.ts'
import { offersQuery } from '../../api/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import { hasAnyRole, mayAct, sessionQuery } from '../../api/session.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageLink } from '../../ui/PageLink.tsx'
import { useFilter } from '../../ui/useFilter.ts'
import { addressed, asked, filterFrom, noFilter } from './filter.ts'
import { OfferFilter } from './OfferFilter.tsx'
import { OfferList } from './OfferList.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { StatusFilter } from './StatusFilter.tsx'
import { Selecting } from './together/Selecting.tsx'
import { useDefaultView } from './useDefaultView.ts'
import { ViewButton } from './ViewButton.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    // What is new comes late: it takes its place beside the age of the data without moving what is below.
    flex: '1 1 240px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minWidth: 0,
    '@media (max-width: 640px)': { flexBasis: '100%', columnGap: tokens.spacingHorizontalS },
  },
})

/** All offers, and Approvals: the same list with other columns, another order, and what waits for the reader first. */
export function OfferListPage({ list, news }: { list: ListName; news?: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const isDecided = useDefaultView(list)
  const { filter, change } = useFilter(filterFrom)
  const { data: acts = true } = useQuery({ ...sessionQuery, ...withoutPolling, select: mayAct() })
  const { data: hasRole = true } = useQuery({ ...sessionQuery, ...withoutPolling, select: hasAnyRole })
  const query = asked(list, filter, acts)
  const title = t(`${list}.title`)
  /** One filter in place of the others, in the order that suits it. */
  const narrow = ({ status, attention }: Pick<OfferListQuery, 'status' | 'attention'>) =>
    change({ ...noFilter, status, attention: addressed(list, attention, acts), sort: undefined })
  function textOf() {
    if (!hasRole) return t('offers.none')
    if (list === 'approvals') return t(acts ? 'approvals.text' : 'approvals.reader')
    return acts ? undefined : t('offers.reader')
  }

  return (
    <div className={styles.page}>
      <PageTitle page={title} />
      <Shortcuts
        filters={{
          n: () => narrow({ attention: 'needsYou' }),
          o: () => narrow({ attention: 'overdue' }),
          f: () => narrow({ status: 'failed' }),
        }}
      />
      <PageHeader title={title} text={textOf()}>
        {list === 'offers' && acts && <PageLink to={paths.newOffer}>{t('newOffer')}</PageLink>}
        <div className={styles.line}>
          <Freshness query={offersQuery(list, query)} />
          {news}
        </div>
      </PageHeader>
      <OfferFilter after={<ViewButton list={list} query={query} />} filter={filter} onChange={change} />
      <StatusFilter
        acts={acts}
        filter={query}
        list={list}
        onAttention={(attention) => change({ attention: addressed(list, attention, acts), sort: undefined })}
        onStatus={(status) => change({ status })}
      />
      <Selecting key={list} list={list}>
        <OfferList filter={filter} isDecided={isDecided} list={list} onChange={change} query={query} />
      </Selecting>
    </div>
  )
}
