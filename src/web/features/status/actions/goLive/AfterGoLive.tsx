import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../../contract/status.ts'
import { StepName } from '../../../../words/StepName.tsx'
import { TimeEstimate } from '../../steps/TimeEstimate.tsx'
import { PreviewLinks } from '../PreviewLinks.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  step: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  estimate: { color: tokens.colorNeutralForeground3 },
})

/** Which steps follow Go Live, from when it is final, and the preview to check before. */
export function AfterGoLive({ status }: { status: OfferStatus | undefined }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
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
