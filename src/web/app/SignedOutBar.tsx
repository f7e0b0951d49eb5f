import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isSignedOut } from '../api/http.ts'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    borderTop: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
})

/** At the lower edge, so that nothing on the page moves and its content stays readable. */
export function SignedOutBar() {
  const styles = useStyles()
  const { t } = useTranslation()
  const { error } = useQuery({ ...sessionQuery, ...withoutPolling })
  if (!isSignedOut(error)) return null
  return (
    <div className={styles.bar} role="alert">
      <LockClosed20Regular aria-hidden />
      <span>{t('signedOut.text')}</span>
      <Button appearance="primary" size="small" onClick={() => location.reload()}>
        {t('signedOut.action')}
      </Button>
    </div>
  )
}
