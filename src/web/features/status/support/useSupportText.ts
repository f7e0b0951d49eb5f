import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../../contract/indicators.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isTroubled, isUnderWay } from '../../../../contract/steps.ts'
import type { OfferAddress } from '../../../paths.ts'
import { useIndicatorName } from '../../../words/StatusIndicator.tsx'

/** What support needs: reference, offer, status, step, codes and times. Times are in UTC, codes as the service sends them. */
export function useSupportText(offer: OfferAddress, status: OfferStatus) {
  const { t } = useTranslation('status')
  const indicatorName = useIndicatorName()
  const step = status.steps.find(isTroubled) ?? status.steps.find(isUnderWay)
  const codes = step?.messages
    .filter(({ level }) => level === 'error')
    .map(({ code, messageHtml }) => code ?? messageHtml)
  const facts = [
    ['reference', status.operationId],
    ['offer', `${offer.publisherId}/${offer.offerId}`],
    ['status', indicatorName(indicatorShown(status))],
    ['step', step && `${step.stepName} (${step.id}): ${step.status}`],
    ['codes', codes?.join(', ')],
    ['started', step?.startedTime],
    ['ended', step?.endedTime],
    ['address', `${location.origin}${location.pathname}`],
  ] as const
  const lines = facts.flatMap(([name, value]) =>
    value ? [t('support.line', { label: t(`support.${name}`), text: value })] : [],
  )
  return { subject: t('support.subject', { name: status.offer?.name ?? offer.offerId }), body: lines.join('\n') }
}
