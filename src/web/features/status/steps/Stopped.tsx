import { useTranslation } from 'react-i18next'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { Moment } from '../../../words/Moment.tsx'
import { useAge } from '../../../words/useAge.ts'

/** When a step failed, and how long ago that is. */
export function Stopped({ time }: { time: string }) {
  const { t } = useTranslation('status')
  const ago = useAge(time)
  return (
    <span>
      <TextAround text={t('failedAt', { time: slot, ago })}>
        <Moment time={time} />
      </TextAround>
    </span>
  )
}
