import { useParams } from 'react-router'
import { OfferStatusView } from './OfferStatusView.tsx'

/** An offer's Status tab. */
export function StatusPage() {
  const { publisherId = '', offerId = '' } = useParams()
  return <OfferStatusView publisherId={publisherId} offerId={offerId} />
}
