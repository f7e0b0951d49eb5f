import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'
import type { OfferState } from './transitions.ts'
import { useNews } from './useNews.ts'

export const permission = () => (typeof Notification === 'undefined' ? 'unable' : Notification.permission)

/** Shows a notification of the browser for each watched offer among these, when the reader has allowed it. */
export function useNotifier() {
  const { t } = useTranslation('news')
  const navigate = useNavigate()
  const indicatorName = useIndicatorName()
  const watched = new Set(useNews()?.watched.map(({ publisherId, offerId }) => `${publisherId}/${offerId}`))
  return (offers: readonly OfferState[]) => {
    if (permission() !== 'granted') return
    for (const { publisherId, offerId, name, indicator } of offers) {
      const tag = `${publisherId}/${offerId}`
      if (!watched.has(tag)) continue
      const notification = new Notification(t('item', { kind: indicatorName(indicator), offer: name }), {
        tag,
        icon: '/favicon.svg',
      })
      notification.onclick = () => {
        window.focus()
        void navigate(paths.status(publisherId, offerId))
      }
    }
  }
}
