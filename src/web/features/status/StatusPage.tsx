import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Words } from '../../i18n/Words.tsx'
import { PageSkeleton } from '../../ui/PageSkeleton.tsx'
import { statusNamespaces } from './namespaces.ts'
import { OfferStatusView } from './OfferStatusView.tsx'

/** An offer's Status tab. Another offer's page begins anew, with no dialog open. */
export function StatusPage() {
  const { t } = useTranslation()
  const { publisherId = '', offerId = '' } = useParams()
  return (
    <Words of={statusNamespaces} fallback={<PageSkeleton label={t('freshness.loading')} />}>
      <OfferStatusView key={`${publisherId}/${offerId}`} publisherId={publisherId} offerId={offerId} />
    </Words>
  )
}
