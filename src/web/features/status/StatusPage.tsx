import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Words } from '../../i18n/Words.tsx'
import { BlockSkeleton } from '../../ui/PageSkeleton.tsx'
import { statusNamespaces } from './namespaces.ts'
import { OfferStatusView } from './OfferStatusView.tsx'

/** An offer's Status tab. */
export function StatusPage() {
  const { t } = useTranslation()
  const { publisherId = '', offerId = '' } = useParams()
  return (
    <Words of={statusNamespaces} fallback={<BlockSkeleton label={t('freshness.loading')} />}>
      <OfferStatusView publisherId={publisherId} offerId={offerId} />
    </Words>
  )
}
