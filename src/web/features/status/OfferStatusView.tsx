import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/http.ts'
import { type OfferAddress, statusQuery } from '../../api/status.ts'
import { PageSkeleton } from '../../ui/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LoadProblem } from '../../words/LoadProblem.tsx'
import { PageTitle } from '../../words/PageTitle.tsx'
import { ActionPanel } from './ActionPanel.tsx'
import { Announcer } from './Announcer.tsx'
import { BackLink } from './BackLink.tsx'
import { LinksPanel } from './LinksPanel.tsx'
import { OfferHeader } from './OfferHeader.tsx'
import { Outcome } from './Outcome.tsx'
import { StepList } from './StepList.tsx'
import { LatestMessage, StepMessages } from './StepMessages.tsx'
import { Summary } from './Summary.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '1200px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gridTemplateRows: 'auto 1fr',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'none' },
  },
  steps: { gridColumn: 1, gridRow: '1 / span 2', '@media (max-width: 1000px)': { gridRow: 'auto' } },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

export function OfferStatusView({ publisherId, offerId }: OfferAddress) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const query = statusQuery({ publisherId, offerId })
  const { data: status, error, refetch } = useQuery(query)
  const offer = { publisherId, offerId }
  const isGone = error instanceof ApiError && [403, 404].includes(error.status)
  return (
    <div className={styles.page}>
      <PageTitle page={status?.offer?.name ?? offerId} />
      <Announcer status={status} />
      <BackLink />
      {error && (!status || isGone) && (
        <LoadProblem as="h1" error={error} notFound="offer" onRetry={() => void refetch()} />
      )}
      {!status && !error && <PageSkeleton label={t('common:freshness.loading')} />}
      {status && !isGone && (
        <>
          <OfferHeader offer={offer} query={query} status={status} />
          <div className={styles.columns}>
            <div className={styles.side}>
              <Panel title={t('heading.next')}>
                <Summary status={status} />
              </Panel>
              <ActionPanel offer={offer} status={status} />
            </div>
            <div className={styles.steps}>
              <Panel title={t('heading.steps')}>
                <Outcome status={status} />
                <LatestMessage messages={status.messages} />
                <StepMessages messages={status.messages} />
                <StepList status={status} />
              </Panel>
            </div>
            <LinksPanel status={status} />
          </div>
        </>
      )}
    </div>
  )
}
