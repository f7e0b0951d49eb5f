import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ownBuild } from '../api/build.ts'
import { Button } from '../ui/Button.tsx'
import { useCopy } from '../ui/useCopy.ts'

const useStyles = makeStyles({
  report: {
    maxWidth: '80ch',
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
})

/** When, where and why the page stopped: for the person to tell support. */
export function CrashReport({ error, time }: { error: unknown; time: string }) {
  const styles = useStyles()
  const { t } = useTranslation('problems')
  const { copied, copy } = useCopy()
  const report = [time, location.href, ownBuild(), String(error)].filter(Boolean).join('\n')
  return (
    <>
      <pre className={styles.report}>{report}</pre>
      <Button onClick={() => void copy(report)}>{t('crash.copy')}</Button>{' '}
      <span role="status">{copied && t(`crash.copied.${copied}`)}</span>
    </>
  )
}
