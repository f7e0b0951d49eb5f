import { useTranslation } from 'react-i18next'
import { serviceTime } from '../../../clock.ts'
import { duration } from '../../../i18n/format.ts'
import { useNow } from '../../../ui/useNow.ts'

type Props = { from: string; to: string | undefined }

/** How long a step took, or has taken so far; while it runs, only this component renders each second. */
export function Elapsed({ from, to }: Props) {
  const { t, i18n } = useTranslation('status')
  if (!to) return <Running from={from} />
  return t('took', { duration: duration(Date.parse(to) - Date.parse(from), i18n.language) })
}

function Running({ from }: { from: string }) {
  const { t, i18n } = useTranslation('status')
  const now = useNow(1000, serviceTime)
  return t('elapsed', { duration: duration(now - Date.parse(from), i18n.language) })
}
