import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus, Step } from '../../../contract/status.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'
import { useStepName } from '../../words/StepName.tsx'
import { useStepStatusName } from './steps/StepState.tsx'

type Change = { indicator: string | undefined; steps: readonly Step[] }

/** What changed between two answers. Other services may give one id to two steps, so steps are compared by their place. */
const changeOf = (before: OfferStatus, after: OfferStatus): Change => ({
  indicator: indicatorShown(before) === indicatorShown(after) ? undefined : indicatorShown(after),
  steps: after.steps.filter(({ status }, place) => status !== before.steps[place]?.status),
})

/** Announces all changes between two answers together, and nothing when nothing changed. */
export function Announcer({ status }: { status: OfferStatus | undefined }) {
  const { t } = useTranslation('status')
  const stepName = useStepName()
  const stepStatusName = useStepStatusName()
  const indicatorName = useIndicatorName()
  const [seen, setSeen] = useState(status)
  const [change, setChange] = useState<Change>({ indicator: undefined, steps: [] })
  if (status !== seen) {
    setSeen(status)
    const now = seen && status && changeOf(seen, status)
    if (now && (now.indicator !== undefined || now.steps.length > 0)) setChange(now)
  }
  const steps = change.steps.map((step) =>
    t('announce.step', { step: stepName(step.code ?? step.id, step.stepName), status: stepStatusName(step.status) }),
  )
  const words = change.indicator === undefined ? steps : [indicatorName(change.indicator), ...steps]
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words.length > 0 && words.reduce((first, second) => t('announce.both', { first, second }))}
    </VisuallyHidden>
  )
}
