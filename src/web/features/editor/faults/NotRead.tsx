import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The service could not read a picture, which is no fault of the offer. */
export function NotRead({ entry }: { entry: number | undefined }) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  return (
    <p className={styles.note}>
      {entry !== undefined && `${t('fault.entry', { number: entry })} `}
      {t('picture.unread')}
    </p>
  )
}
