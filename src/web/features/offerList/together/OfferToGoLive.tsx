import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferRow } from '../../../../contract/offerList.ts'
import { goLiveChangesQuery } from '../../../api/contentChanges.ts'
import { useRefusal, useRefusedRequest } from '../../../page/useRefusal.ts'
import { OutsideLink } from '../../../words/OutsideLink.tsx'
import type { Item } from './useTogether.ts'

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
})

/** An offer that is to go live with others: its preview and what changes, then what became of it. */
export function OfferToGoLive({ item: { offer, status, state, error } }: { item: Item }) {
  const styles = useStyles()
  const { t } = useTranslation(['lists', 'status', 'common'])
  const refusal = useRefusal()
  const inWords = useRefusedRequest()
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{offer.name}</span>
        <span className={styles.quiet}>{offer.publisherName}</span>
      </div>
      <div className={styles.line}>
        {state === 'loading' && <Spinner aria-label={t('common:freshness.loading')} size="tiny" />}
        {state === 'ready' && (
          <>
            {status?.operationId && <Changes offer={offer} operationId={status.operationId} />}
            {status?.previewLinks.map(({ uri }) => (
              <OutsideLink key={uri} href={uri} label={t('status:links.openPreview')} />
            ))}
          </>
        )}
        {state === 'sending' && t('status:sending')}
        {state === 'asking' && t('status:lost.asking')}
        {state === 'done' && (
          <>
            <CheckmarkCircle16Filled aria-hidden className={styles.good} />
            {t('together.done')}
          </>
        )}
        {(state === 'refused' || state === 'unknown' || state === 'notPossible') && (
          <>
            <ErrorCircle16Filled aria-hidden className={styles.bad} />
            {state === 'unknown' ? t('status:lost.unknown') : error ? inWords(error) : refusal(status?.actions?.goLive)}
          </>
        )}
      </div>
    </li>
  )
}

function Changes({ offer, operationId }: { offer: OfferRow; operationId: string }) {
  const { t } = useTranslation('status')
  const { data } = useQuery(goLiveChangesQuery(offer, operationId))
  if (!data) return null
  const { from: version, items, total } = data
  if (version === undefined) return t('goLive.first')
  if (!items) return t('goLive.unknown')
  return total === 0 ? t('goLive.same', { version }) : t('goLive.changes', { count: total, version })
}
