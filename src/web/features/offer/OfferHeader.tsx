import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { SimulatedMark } from '../../page/SimulatedMark.tsx'
import { type OfferAddress, paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageLink } from '../../ui/PageLink.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { LiveMark, MarketplaceMark } from '../../words/Marks.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { StatusIndicator } from '../../words/StatusIndicator.tsx'

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    marginTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  status: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  fact: { color: tokens.colorNeutralForeground3 },
  pending: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: '56px' },
  unnamed: { position: 'absolute', margin: 0 },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, userSelect: 'all' },
})

type Props = { offer: OfferAddress; status: OfferStatus }

export function OfferHeader({ offer, status }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const typeName = useOfferTypeName()
  const indicator = indicatorShown(status)
  const row = status.offer
  return (
    <PageHeader title={row?.name ?? offer.offerId}>
      <div className={styles.facts}>
        <span className={styles.status}>
          {indicator === 'none' ? t('neverPublished') : <StatusIndicator indicator={indicator} />}
          <LiveMark indicator={indicator} version={row?.liveVersion} />
        </span>
        {row && <span className={styles.fact}>{typeName(row.offerTypeId)}</span>}
        {row && (row.marketplace ? <MarketplaceMark marketplace={row.marketplace} /> : <SimulatedMark />)}
        <PageLink to={paths.users(offer.publisherId)}>{row?.publisherName ?? offer.publisherId}</PageLink>
        <span className={styles.fact}>
          {t('offer.id')} <code className={styles.id}>{offer.offerId}</code>
        </span>
      </div>
    </PageHeader>
  )
}

/** As high as the header that it stands for; its heading is read aloud only, because the name is not known yet. */
export function OfferHeaderSkeleton({ offer }: { offer: OfferAddress }) {
  const styles = useStyles()
  return (
    <div className={styles.pending}>
      <h1 className={styles.unnamed}>
        <VisuallyHidden>{offer.offerId}</VisuallyHidden>
      </h1>
      <Placeholder width="280px" height="28px" />
      <Placeholder width="min(100%, 440px)" />
    </div>
  )
}
