import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'

/** Announces another status of the offer, once; steps that move are not announced, nor is a poll. */
export function Announcer({ status }: { status: OfferStatus | undefined }) {
  const { t } = useTranslation('status')
  const indicatorName = useIndicatorName()
  const indicator = status && indicatorShown(status)
  const [seen, setSeen] = useState(indicator)
  const [isChanged, setChanged] = useState(false)
  if (indicator !== seen) {
    setSeen(indicator)
    setChanged(seen !== undefined)
  }
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {isChanged && indicator !== undefined && t('announce', { status: indicatorName(indicator) })}
    </VisuallyHidden>
  )
}
