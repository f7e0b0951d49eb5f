import { useTranslation } from 'react-i18next'
import type { OfferAddress } from '../../paths.ts'
import { paths } from '../../paths.ts'
import { TabLinks } from '../../ui/TabLinks.tsx'

const tabs = { status: paths.status, editor: paths.editor, history: paths.offerHistory } as const

const tabNames = ['status', 'editor', 'history'] as const

export function OfferTabs({ offer: { publisherId, offerId } }: { offer: OfferAddress }) {
  const { t } = useTranslation('offers')
  return (
    <TabLinks
      label={t('offer.tabs')}
      tabs={tabNames.map((tab) => ({ name: t(`offer.tab.${tab}`), to: tabs[tab](publisherId, offerId) }))}
    />
  )
}
