import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentAction, type OfferRow } from '../../../contract/offerList.ts'
import type { Session } from '../../../contract/session.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import type { Group } from '../../ui/table/DataTable.tsx'

const readOnlyIn = ({ publishers }: Session) => publishers.filter(({ role }) => role === 'reader').map(({ id }) => id)

const names = ['you', 'publisher', 'marketplace', 'done'] as const

/** Divides offers by whose turn it is. */
export function useGroups() {
  const { t } = useTranslation('offers')
  const { data: readOnly = [] } = useQuery({ ...sessionQuery, ...withoutPolling, select: readOnlyIn })
  function groupOf(offer: OfferRow): (typeof names)[number] {
    const action = currentAction(offer)
    if (offer.indicator === 'inProgress' || action === 'scheduled') return 'marketplace'
    if (action === 'none') return 'done'
    return readOnly.includes(offer.publisherId) ? 'publisher' : 'you'
  }
  /** By the group of each offer as it was when it got its place. */
  const groups = (offers: readonly OfferRow[], placed = (offer: OfferRow) => offer): Group<OfferRow>[] =>
    names
      .map((name) => ({
        name,
        title: t(`group.${name}`),
        items: offers.filter((offer) => groupOf(placed(offer)) === name),
      }))
      .filter(({ items }) => items.length > 0)
  return { groupOf, groups }
}
