import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentAction, type OfferRow, type OfferSort } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import { LiveMark, OverdueMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { StatusIndicator } from '../../words/StatusIndicator.tsx'
import { StepName } from '../../words/StepName.tsx'
import { OfferLink } from './OfferLink.tsx'

/** `sort` is also the name of the column's words and of its place in the grid. */
export type Column = { sort: OfferSort; cell: (offer: OfferRow, list: ListName) => ReactNode }

const name: Column = {
  sort: 'name',
  cell: (offer, list) => (
    <OfferLink offer={offer} list={list} strong>
      {offer.name}
    </OfferLink>
  ),
}
const offerType: Column = { sort: 'offerType', cell: ({ offerTypeId }) => <OfferType id={offerTypeId} /> }
const publisher: Column = { sort: 'publisher', cell: ({ publisherName }) => publisherName }
const status: Column = {
  sort: 'status',
  cell: (offer, list) => (
    <>
      <OfferLink offer={offer} list={list}>
        <StatusIndicator indicator={offer.indicator} />
      </OfferLink>
      <OverdueMark overdueTime={offer.step?.overdueTime} />
      <LiveMark indicator={offer.indicator} version={offer.liveVersion} />
    </>
  ),
}
const changed: Column = { sort: 'changed', cell: ({ changedTime }) => <Moment time={changedTime} /> }
const action: Column = { sort: 'action', cell: (offer) => <CurrentAction offer={offer} /> }

/** Which columns a list has, in which order. */
export const columnsOf = {
  offers: [name, offerType, publisher, status, changed],
  approvals: [name, publisher, offerType, status, action],
} as const satisfies Record<ListName, readonly Column[]>

function OfferType({ id }: { id: string }) {
  return useOfferTypeName()(id)
}

function CurrentAction({ offer }: { offer: OfferRow }) {
  const { t } = useTranslation('offers')
  const current = currentAction(offer)
  if (current === 'step') return <StepName code={offer.step?.code} own={offer.step?.stepName ?? ''} />
  return t(`currentAction.${current}`)
}
