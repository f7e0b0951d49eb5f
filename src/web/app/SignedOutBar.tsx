import { Button } from '@fluentui/react-components'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isSignedOut } from '../api/http.ts'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { BottomBar } from './BottomBar.tsx'

/** What is known stays on the page. */
export function SignedOutBar() {
  const { t } = useTranslation()
  const { error } = useQuery({ ...sessionQuery, ...withoutPolling })
  if (!isSignedOut(error)) return null
  return (
    <BottomBar icon={<LockClosed20Regular aria-hidden />} role="alert" text={t('signedOut.text')}>
      <Button appearance="primary" size="small" onClick={() => location.reload()}>
        {t('signedOut.action')}
      </Button>
    </BottomBar>
  )
}
