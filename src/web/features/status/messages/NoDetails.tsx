import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  root: { margin: 0, marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  reference: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
})

/** A step failed without a message: shows a reference to quote. */
export function NoDetails({ reference }: { reference: string | undefined }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  if (!reference) return <p className={styles.root}>{t('message.noneAtAll')}</p>
  return (
    <p className={styles.root}>
      {t('message.none')} <code className={styles.reference}>{reference}</code>
    </p>
  )
}
