import { useTranslation } from 'react-i18next'
import { serviceTime } from '../../../clock.ts'
import { duration } from '../../../i18n/format.ts'
import { useNow } from '../../../ui/useNow.ts'

/** `waiting`: for the reader of the page, who has to act. */
type Kind = 'elapsed' | 'waiting'
type Props = { from: string; to: string | undefined; kind?: Kind }

/** How long a step took, or has taken so far; while it runs, only this component renders each second. */
export function Elapsed({ from, to, kind = 'elapsed' }: Props) {
  const { t, i18n } = useTranslation('status')
  if (!to) return <Running from={from} kind={kind} />
  return t('took', { duration: duration(Date.parse(to) - Date.parse(from), i18n.language) })
}

function Running({ from, kind }: { from: string; kind: Kind }) {
  const { t, i18n } = useTranslation('status')
  const now = useNow(1000, serviceTime)
  return t(kind, { duration: duration(now - Date.parse(from), i18n.language) })
}
