import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { isTroubled } from '../../../contract/steps.ts'
import { withoutPolling } from '../../api/polled.ts'
import { statusQuery } from '../../api/status.ts'
import type { OfferAddress } from '../../paths.ts'
import { BlockSkeleton } from '../../ui/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Announcer } from './Announcer.tsx'
import { ActionBar } from './actions/ActionBar.tsx'
import { AttemptSteps } from './attempts/AttemptSteps.tsx'
import { LinksPanel } from './LinksPanel.tsx'
import { NoDetails } from './messages/NoDetails.tsx'
import { LatestMessage, StepMessages } from './messages/StepMessages.tsx'
import { Outcome } from './Outcome.tsx'
import { Summary } from './Summary.tsx'
import { SupportPanel } from './support/SupportPanel.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gridTemplateRows: 'auto auto 1fr',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'none' },
  },
  top: { gridColumn: '1 / -1', minWidth: 0 },
  steps: { gridColumn: 1, gridRow: '2 / span 2', '@media (max-width: 1000px)': { gridRow: 'auto' } },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** The content of the Status tab, from the answers that the offer's page polls. */
export function OfferStatusView({ publisherId, offerId }: OfferAddress) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const { data: status } = useQuery({ ...statusQuery({ publisherId, offerId }), ...withoutPolling })
  return (
    <>
      <Announcer status={status} />
      {status ? (
        <div className={styles.columns}>
          <div className={styles.top}>
            <ActionBar offer={{ publisherId, offerId }} status={status} />
          </div>
          <div className={styles.side}>
            <Panel title={t('heading.next')}>
              <Summary status={status} />
            </Panel>
          </div>
          <div className={styles.steps}>
            <Panel title={t('heading.steps')}>
              <Outcome status={status} />
              {failedWithoutStep(status) && <NoDetails reference={status.operationId} />}
              <LatestMessage messages={status.messages} />
              <StepMessages messages={status.messages} />
              <AttemptSteps offer={{ publisherId, offerId }} status={status} />
            </Panel>
          </div>
          <div className={styles.side}>
            <LinksPanel status={status} />
            {status.operationId && <SupportPanel offer={{ publisherId, offerId }} status={status} />}
          </div>
        </div>
      ) : (
        <BlockSkeleton label={t('common:freshness.loading')} />
      )}
    </>
  )
}

/** The marketplace says that publishing failed, but neither where nor why. */
const failedWithoutStep = (status: OfferStatus) =>
  indicatorShown(status) === 'failed' && !status.steps.some(isTroubled) && status.messages.length === 0
