import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useMatch, useParams } from 'react-router'
import { indicatorShown } from '../../../contract/indicators.ts'
import { isFinal, isSignedOut } from '../../api/http.ts'
import { statusQuery } from '../../api/status.ts'
import { Freshness } from '../../page/Freshness.tsx'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { type OfferAddress, patterns } from '../../paths.ts'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'
import { BackLink } from './BackLink.tsx'
import { OfferHeader, OfferHeaderSkeleton } from './OfferHeader.tsx'
import { OfferTabs } from './OfferTabs.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    // As high as the tools, which come late.
    minHeight: '24px',
    '@media print': { display: 'none' },
  },
})

/** The frame around an offer's tabs. Another offer's page starts fresh, with no open dialog. */
export function OfferPage({ tools }: { tools?: ReactNode }) {
  const { publisherId = '', offerId = '' } = useParams()
  return <Offer key={`${publisherId}/${offerId}`} offer={{ publisherId, offerId }} tools={tools} />
}

/** Polls the status, which the header and the Status tab read. */
function Offer({ offer, tools }: { offer: OfferAddress; tools: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const indicatorName = useIndicatorName()
  const query = statusQuery(offer)
  const isHistory = useMatch(patterns.offerHistory) !== null
  const isEditor = useMatch(patterns.editor) !== null
  const { data: status, error, isPaused, refetch } = useQuery(query)
  return (
    <div className={styles.page}>
      <PageTitle
        page={status?.offer?.name ?? offer.offerId}
        part={isHistory ? t('offer.tab.history') : isEditor ? t('offer.tab.editor') : undefined}
        status={status && indicatorShown(status) !== 'none' ? indicatorName(indicatorShown(status)) : undefined}
      />
      <div className={styles.top}>
        <BackLink />
        {status && tools}
      </div>
      {(!status && (error || isPaused)) || isGone(error) ? (
        <LoadProblem as="h1" error={error} notFound="offer" onRetry={() => void refetch()} />
      ) : (
        <>
          {status ? <OfferHeader offer={offer} status={status} /> : <OfferHeaderSkeleton offer={offer} />}
          <OfferTabs offer={offer} />
          {/* History and the Editor say themselves how old their content is. */}
          {status && !isHistory && !isEditor && <Freshness query={query} />}
          <Outlet />
        </>
      )}
    </div>
  )
}

/** Only the service itself can say so. A session that has ended leaves what it knew on the page. */
const isGone = (error: unknown) => isFinal(error) && !isSignedOut(error)
