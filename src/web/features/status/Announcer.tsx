import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'
import { useStepName } from '../../words/StepName.tsx'
import { useStepStatusName } from './steps/StepState.tsx'

/** Announces all changes between two answers together, and nothing when nothing changed. */
export function Announcer({ status }: { status: OfferStatus | undefined }) {
  const { t } = useTranslation('status')
  const stepName = useStepName()
  const stepStatusName = useStepStatusName()
  const indicatorName = useIndicatorName()
  const [seen, setSeen] = useState(status)
  const [said, setSaid] = useState('')
  if (status !== seen) {
    setSeen(status)
    if (seen && status) {
      const before = new Map(seen.steps.map(({ id, status }) => [id, status]))
      const steps = status.steps
        .filter((step) => before.get(step.id) !== step.status)
        .map((step) =>
          t('announce.step', {
            step: stepName(step.code ?? step.id, step.stepName),
            status: stepStatusName(step.status),
          }),
        )
      const indicator = indicatorShown(status)
      const words = indicator === indicatorShown(seen) ? steps : [indicatorName(indicator), ...steps]
      if (words.length > 0) setSaid(words.reduce((first, second) => t('announce.both', { first, second })))
    }
  }
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said}
    </VisuallyHidden>
  )
}
