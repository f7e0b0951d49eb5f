import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { currentStep } from '../../../../contract/steps.ts'
import { isReader } from '../../../../contract/viewer.ts'
import { StepItem } from './StepItem.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
})

export function StepList({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const current = currentStep(status)
  if (status.steps.length === 0) return <p className={styles.none}>{t('steps.none')}</p>
  return (
    <ol className={styles.list} aria-label={t('heading.steps')}>
      {status.steps.map((step, index) => (
        <StepItem
          // biome-ignore lint/suspicious/noArrayIndexKey: other services may give one id twice, and steps never move
          key={`${index} ${step.id}`}
          isCurrent={step === current}
          isReader={isReader(status)}
          offerTypeId={status.offer?.offerTypeId}
          reference={status.operationId}
          step={step}
        />
      ))}
    </ol>
  )
}
