import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { currentAction, type ListName, type OfferRow, type OfferSort } from '../../../contract/offerList.ts'
import type { Column } from '../../ui/table/column.ts'
import { narrow } from '../../ui/table/widths.styles.ts'
import { LiveMark, MarketplaceMark, NewMark, OverdueMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { IndicatorIcon, StatusIndicator } from '../../words/StatusIndicator.tsx'
import { StepName } from '../../words/StepName.tsx'
import { CancelAsked, Detail, GoesLive, Progress } from './Detail.tsx'
import { OfferLink } from './OfferLink.tsx'
import { Reason } from './Reason.tsx'
import { SelectOffer } from './together/SelectOffer.tsx'

const useStyles = makeStyles({
  action: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, minWidth: 0 },
  selectable: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  box: { display: 'inline-flex', flex: '0 0 24px', ':empty': { [narrow]: { display: 'none' } } },
  named: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
})

export type ColumnName = Exclude<OfferSort, 'overdue'> | 'reason' | 'waiting'
type OfferColumn = Column<OfferRow, ColumnName, OfferSort>

const name: OfferColumn = {
  name: 'name',
  isHeader: true,
  width: 'minmax(0, 2.4fr)',
  place: 'wide',
  by: 'name',
  cell: (offer) => (
    <>
      <OfferLink offer={offer} strong>
        {offer.name}
      </OfferLink>
      <MarketplaceMark marketplace={offer.marketplace} />
      {offer.isNew && <NewMark />}
    </>
  ),
}
const offerType: OfferColumn = {
  name: 'offerType',
  width: 'minmax(0, 1.4fr)',
  place: 'lesser',
  by: 'offerType',
  cell: ({ offerTypeId }) => <OfferType id={offerTypeId} />,
}
const publisher: OfferColumn = {
  name: 'publisher',
  width: 'minmax(84px, 0.9fr)',
  place: 'lesser',
  by: 'publisher',
  cell: ({ publisherName }) => publisherName,
}
const status: OfferColumn = {
  name: 'status',
  width: 'minmax(0, 4fr)',
  place: 'wide',
  by: 'status',
  cell: (offer) => (
    <>
      <OfferLink offer={offer}>
        <StatusIndicator indicator={offer.indicator} />
      </OfferLink>
      <OverdueMark overdueTime={offer.step?.overdueTime} />
      <LiveMark indicator={offer.indicator} version={offer.liveVersion} />
      <Detail offer={offer} />
    </>
  ),
}
const changed: OfferColumn = {
  name: 'changed',
  width: 'minmax(156px, 1.1fr)',
  place: 'lesser',
  by: 'changed',
  cell: ({ changedTime }) => <Moment time={changedTime} />,
  startsDescending: true,
}
const action: OfferColumn = {
  name: 'action',
  width: 'minmax(0, 1.9fr)',
  place: 'wide',
  by: 'action',
  cell: (offer) => (
    <>
      <CurrentAction offer={offer} />
      <OverdueMark overdueTime={offer.step?.overdueTime} />
    </>
  ),
}
const reason: OfferColumn = {
  name: 'reason',
  width: 'minmax(0, 3.4fr)',
  place: 'wide',
  cell: (offer) => {
    if (offer.indicator === 'failed') return <Reason longer offer={offer} />
    if (offer.indicator === 'inProgress' && offer.step)
      return (
        <>
          <CancelAsked offer={offer} />
          <Progress step={offer.step} />
        </>
      )
    if (offer.goLiveTime) return <GoesLive time={offer.goLiveTime} />
    return <StatusIndicator indicator={offer.indicator} />
  },
}
const waiting: OfferColumn = {
  name: 'waiting',
  width: 'minmax(156px, 1fr)',
  place: 'lesser',
  by: 'changed',
  cell: (offer) =>
    currentAction(offer) === 'none' ? null : (
      <Moment time={offer.step?.endedTime ?? offer.step?.startedTime ?? offer.changedTime} />
    ),
}

const nameToSelect: OfferColumn = {
  ...name,
  cell: (offer) => <NameToSelect offer={offer} />,
}

/** The columns of each list, in order. */
export const columnsOf: Record<ListName, readonly OfferColumn[]> = {
  offers: [name, offerType, publisher, status, changed],
  approvals: [nameToSelect, publisher, offerType, action, reason, waiting],
}

/** All names begin at the same edge, whether their offers can be selected or not. */
function NameToSelect({ offer }: { offer: OfferRow }) {
  const styles = useStyles()
  return (
    <span className={styles.selectable}>
      <span className={styles.box}>
        <SelectOffer offer={offer} />
      </span>
      <span className={styles.named}>{name.cell(offer)}</span>
    </span>
  )
}

function OfferType({ id }: { id: string }) {
  return useOfferTypeName()(id)
}

function CurrentAction({ offer }: { offer: OfferRow }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const current = currentAction(offer)
  const { code, stepName = '' } = offer.step ?? {}
  return (
    <span className={styles.action}>
      <IndicatorIcon indicator={offer.indicator} />
      <span>{current === 'step' ? <StepName code={code} own={stepName} /> : t(`currentAction.${current}`)}</span>
    </span>
  )
}
