import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contentChangesQuery } from '../../../api/contentChanges.ts'
import { LoadProblem } from '../../../page/LoadProblem.tsx'
import type { OfferAddress } from '../../../paths.ts'
import { ContentChangeList } from '../changes/ContentChangeList.tsx'

const useStyles = makeStyles({
  title: {
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** The fields whose contents two attempts published differently. */
export function ContentDifferences({ offer, from, to }: { offer: OfferAddress; from: number; to: number }) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const { data, error, refetch } = useQuery(contentChangesQuery(offer, from, to))
  if (error) return <LoadProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner aria-label={t('common:freshness.loading')} size="tiny" />
  const { items, total } = data
  // Partner Center keeps the content itself.
  if (!items) return null
  if (items.length === 0) return <p>{t('content.same', { version: from })}</p>
  return (
    <>
      <h3 className={styles.title}>{t('content.title', { count: total })}</h3>
      <ContentChangeList changes={items} />
      {total > items.length && <p>{t('content.more', { count: total - items.length })}</p>}
    </>
  )
}
