import { useTranslation } from 'react-i18next'
import { fullTime, shortTime } from '../i18n/format.ts'

/** A time in the reader's language and zone; its tooltip has the zone and the seconds. */
export function Moment({ time, className }: { time: string; className?: string }) {
  const { i18n } = useTranslation()
  return (
    <time className={className} dateTime={time} title={fullTime(time, i18n.language)}>
      {shortTime(time, i18n.language)}
    </time>
  )
}
