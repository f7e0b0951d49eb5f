import { useTranslation } from 'react-i18next'
import { currentAction, type OfferRow, type OfferSort } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import type { Column } from '../../ui/table/column.ts'
import { LiveMark, OverdueMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { StatusIndicator } from '../../words/StatusIndicator.tsx'
import { StepName } from '../../words/StepName.tsx'
import { OfferLink } from './OfferLink.tsx'

type OfferColumn = Column<OfferRow, OfferSort>

const name: OfferColumn = {
  name: 'name',
  place: 'wide',
  cell: (offer) => (
    <OfferLink offer={offer} strong>
      {offer.name}
    </OfferLink>
  ),
}
const offerType: OfferColumn = {
  name: 'offerType',
  place: 'lesser',
  cell: ({ offerTypeId }) => <OfferType id={offerTypeId} />,
}
const publisher: OfferColumn = { name: 'publisher', place: 'lesser', cell: ({ publisherName }) => publisherName }
const status: OfferColumn = {
  name: 'status',
  place: 'wide',
  cell: (offer) => (
    <>
      <OfferLink offer={offer}>
        <StatusIndicator indicator={offer.indicator} />
      </OfferLink>
      <OverdueMark overdueTime={offer.step?.overdueTime} />
      <LiveMark indicator={offer.indicator} version={offer.liveVersion} />
    </>
  ),
}
const changed: OfferColumn = {
  name: 'changed',
  place: 'lesser',
  cell: ({ changedTime }) => <Moment time={changedTime} />,
  startsDescending: true,
}
const action: OfferColumn = { name: 'action', place: 'lesser', cell: (offer) => <CurrentAction offer={offer} /> }

/** The columns of each list, in order. */
export const columnsOf: Record<ListName, readonly OfferColumn[]> = {
  offers: [name, offerType, publisher, status, changed],
  approvals: [name, publisher, offerType, status, action],
}

function OfferType({ id }: { id: string }) {
  return useOfferTypeName()(id)
}

function CurrentAction({ offer }: { offer: OfferRow }) {
  const { t } = useTranslation('offers')
  const current = currentAction(offer)
  if (current === 'step') return <StepName code={offer.step?.code} own={offer.step?.stepName ?? ''} />
  return t(`currentAction.${current}`)
}
