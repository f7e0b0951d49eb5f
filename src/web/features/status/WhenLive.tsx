import { useTranslation } from 'react-i18next'
import { forecast } from '../../../contract/forecast.ts'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { isReader } from '../../../contract/viewer.ts'
import { serviceTime } from '../../clock.ts'
import { dayRange, listed } from '../../i18n/format.ts'
import { useTimeZone } from '../../i18n/useTimeZone.ts'
import { useNow } from '../../ui/useNow.ts'
import { useStepName } from '../../words/StepName.tsx'
import { Fact } from './steps/Fact.tsx'

/** When the offer will be live, by the estimates of the remaining steps, and which steps have none. */
export function WhenLive({ status }: { status: OfferStatus }) {
  const { t, i18n } = useTranslation('status')
  const stepName = useStepName()
  useTimeZone()
  const now = useNow(60_000, serviceTime)
  const known = forecast(status, now)
  if (!known) return null
  const days = dayRange(known.earliest, known.latest, i18n.language)
  const when = indicatorShown(status) === 'awaitingSignoff' ? 'now' : 'later'
  const words = known.needsSignOff ? t(`forecast.${isReader(status) ? 'others' : 'you'}.${when}`, { days }) : days
  const names = known.uncounted.map(({ code, id, stepName: own }) => stepName(code ?? id, own))
  return (
    <Fact term={t('forecast.term')}>
      <span>{words}</span>
      {names.length > 0 && <span>{t('forecast.uncounted', { steps: listed(names, i18n.language) })}</span>}
    </Fact>
  )
}
