import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../../../api/polled.ts'
import { statusQuery } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'
import { StepName } from '../../../words/StepName.tsx'
import { TimeEstimate } from '../steps/TimeEstimate.tsx'
import { PreviewLinks } from './PreviewLinks.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  step: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  estimate: { color: tokens.colorNeutralForeground3 },
})

/** What is gone through after Go Live, from when it is final, and the preview to check before. */
export function AfterGoLive({ offer }: { offer: OfferAddress }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { data: status } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const steps = status?.steps.filter((step) => step.status === 'notStarted') ?? []
  return (
    <>
      {steps.length > 0 && (
        <div>
          {t('goLive.then')}
          <ol className={styles.list}>
            {steps.map(({ id, code, stepName, estimatedTimeFrame }) => (
              <li key={id}>
                <div className={styles.step}>
                  <StepName code={code ?? id} own={stepName} />
                  {estimatedTimeFrame && (
                    <span className={styles.estimate}>
                      <TimeEstimate text={estimatedTimeFrame} />
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </div>
      )}
      <span>{t('goLive.final')}</span>
      {status && <PreviewLinks links={status.previewLinks} />}
    </>
  )
}
