import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../../contract/indicators.ts'
import { type OfferStatus, signOffId } from '../../../../contract/status.ts'
import { useIndicatorName } from '../../../words/StatusIndicator.tsx'
import { useEndedBy } from '../useEndedBy.ts'
import { SignedOff } from './SignedOff.tsx'

/** What the offer has become since its dialog opened, and who changed it. */
export function Meanwhile({ status }: { status: OfferStatus }) {
  const { t } = useTranslation('status')
  const indicatorName = useIndicatorName()
  const endedBy = useEndedBy()
  const isSignedOff = status.steps.some(({ id, endedTime }) => id === signOffId && endedTime)
  return (
    <>
      <span>{t('now', { status: indicatorName(indicatorShown(status)) })}</span>
      {status.cancellation ? (
        <span>{endedBy('canceledBy', status.cancellation)}</span>
      ) : (
        isSignedOff && (
          <span>
            <SignedOff steps={status.steps} />
          </span>
        )
      )}
    </>
  )
}
