import { useTranslation } from 'react-i18next'
import { type Attempt, lastStep } from '../../../../contract/attempts.ts'
import { useStepName } from '../../../words/StepName.tsx'

/** "Attempt 1, canceled at Publisher sign-off": a sentence by state. */
export function useAttemptName() {
  const { t } = useTranslation('status')
  const stepName = useStepName()
  return (attempt: Attempt) => {
    const number = attempt.publishingVersion
    const step = lastStep(attempt)
    if (attempt.status === 'succeeded') return t('attempt.live', { number })
    if (!step) return t('attempt.plain', { number })
    const ended = attempt.status === 'canceled' || attempt.status === 'failed' ? attempt.status : 'running'
    return t(`attempt.${ended}`, { number, step: stepName(step.code ?? step.id, step.stepName) })
  }
}
