import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { signInAddress, signInPaths } from '../../contract/signIn.ts'
import { isCookieless, isSignedOut } from '../api/http.ts'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { onSignedIn } from '../api/signedIn.ts'
import { useProblemWords } from '../page/useProblemWords.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { BottomBar } from './BottomBar.tsx'

/** What is known and what was typed stays on the page: signing in happens in another tab. */
export function SignedOutBar() {
  const { t } = useTranslation()
  const inWords = useProblemWords()
  const { error, data, refetch } = useQuery({ ...sessionQuery, ...withoutPolling })
  const isOut = isSignedOut(error)
  useEffect(() => (isOut ? onSignedIn(() => void refetch()) : undefined), [isOut, refetch])
  if (!isOut) return null
  if (isCookieless(error))
    return (
      <BottomBar icon={<LockClosed20Regular aria-hidden />} role="alert" text={inWords(error)}>
        <Button appearance="primary" size="small" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </BottomBar>
    )
  return (
    <BottomBar icon={<LockClosed20Regular aria-hidden />} role="alert" text={t('signedOut.text')}>
      {data?.signsIn ? (
        <ButtonLink appearance="primary" size="small" href={signInAddress(signInPaths.signedIn)} target="_blank">
          {t('signedOut.action')}
        </ButtonLink>
      ) : (
        <Button appearance="primary" size="small" onClick={() => location.reload()}>
          {t('signedOut.action')}
        </Button>
      )}
    </BottomBar>
  )
}
