import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { goLiveChangesQuery } from '../../../../api/contentChanges.ts'
import { LoadProblem } from '../../../../page/LoadProblem.tsx'
import type { OfferAddress } from '../../../../paths.ts'
import { ContentChangeList } from '../../changes/ContentChangeList.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: { maxHeight: '40vh', overflowY: 'auto' },
})

/** What customers will see changed, field by field. */
export function GoLiveChanges({ offer, operationId }: { offer: OfferAddress; operationId: string }) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const { data, error, refetch } = useQuery(goLiveChangesQuery(offer, operationId))
  if (error) return <LoadProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner aria-label={t('common:freshness.loading')} size="tiny" />
  const { from: version, items, total } = data
  if (version === undefined) return <span>{t('goLive.first')}</span>
  if (!items) return <span>{t('goLive.unknown')}</span>
  if (total === 0) return <span>{t('goLive.same', { version })}</span>
  return (
    <details open={total <= 5}>
      <summary className={styles.summary}>{t('goLive.changes', { count: total, version })}</summary>
      <div className={styles.list}>
        <ContentChangeList changes={items} />
        {total > items.length && <p>{t('content.more', { count: total - items.length })}</p>}
      </div>
    </details>
  )
}
