import { useTranslation } from 'react-i18next'
import type { Cancellation } from '../../../contract/status.ts'

const actors = ['microsoft', 'system'] as const

/** Who canceled an attempt or delisted an offer, in words. */
export function useEndedBy() {
  const { t } = useTranslation('status')
  return (act: 'canceledBy' | 'delistedBy', { actorKind, actor }: Cancellation) => {
    const known = actors.find((each) => each === actorKind)
    return known ? t(`${act}.${known}`) : t(`${act}.person`, { who: actor })
  }
}
