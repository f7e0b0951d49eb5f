import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useTranslation } from 'react-i18next'
import type { HistoryQuery } from '../../../contract/history.ts'
import { historyFile } from '../../api/history.ts'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    marginInlineStart: 'auto',
  },
})

/**
 * All events that match, whichever page of them is on screen. `download` keeps the browser on this page when the service
 * answers with a problem instead of a file.
 */
export function FileLink({ filter }: { filter: HistoryQuery }) {
  const styles = useStyles()
  const { t } = useTranslation('history')
  return (
    <PageLink className={styles.link} download reloadDocument to={historyFile(filter)}>
      <ArrowDownload16Regular aria-hidden />
      {t('download')}
    </PageLink>
  )
}
