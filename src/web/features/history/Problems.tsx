import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import { useWords } from '../../words/lookup.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, margin: 0, padding: 0 },
  problem: { display: 'block' },
  more: { color: tokens.colorNeutralForeground3 },
})

/** The others are on the offer's Status tab. */
const mostShown = 3

type Details = Pick<HistoryEvent['details'], 'codes' | 'problems'>

/** What a check found, in words. Events that are older than these words tell only how many problems there were. */
export function Problems({ codes = [], problems }: Details) {
  const styles = useStyles()
  const { t } = useTranslation('history')
  const words = useWords()
  const found = problems ?? codes.map((code) => ({ code, text: undefined, values: undefined }))
  const shown = found
    .slice(0, mostShown)
    .map(({ code, text, values }) => ({ text, own: words('messages', code, values) }))
  if (shown.some(({ text, own }) => !own && !text)) return <span>{t('findings', { count: found.length })}</span>
  return (
    <div className={styles.list}>
      {shown.map(({ text, own }) => (
        <span key={own ?? text} className={styles.problem} lang={own ? undefined : 'en'}>
          {own ?? text}
        </span>
      ))}
      {found.length > mostShown && (
        <span className={styles.more}>{t('moreProblems', { count: found.length - mostShown })}</span>
      )}
    </div>
  )
}
