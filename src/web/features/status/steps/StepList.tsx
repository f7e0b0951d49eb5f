import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../../contract/status.ts'
import { isUnderWay } from '../../../../contract/steps.ts'
import { keyed } from '../../../ui/keyed.ts'
import { StepItem } from './StepItem.tsx'
import { useArrivalAtStep } from './stepAddress.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
})

type Props = {
  steps: readonly Step[]
  isReader: boolean
  /** Go Live is scheduled, so that nobody has to sign off. */
  isScheduled: boolean
  /** Whose usual times are shown. */
  offerTypeId: string | undefined
  /** What to quote when asking for support. */
  reference: string | undefined
}

export function StepList({ steps, isReader, isScheduled, offerTypeId, reference }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  useArrivalAtStep()
  const current = steps.find(isUnderWay)
  if (steps.length === 0) return <p className={styles.none}>{t('steps.none')}</p>
  return (
    <ol className={styles.list} aria-label={t('heading.steps')}>
      {keyed(steps, ({ id }) => id).map(({ key, item: step }) => (
        <StepItem
          key={key}
          isCurrent={step === current}
          isReader={isReader}
          isScheduled={isScheduled}
          offerTypeId={offerTypeId}
          reference={reference}
          step={step}
        />
      ))}
    </ol>
  )
}
