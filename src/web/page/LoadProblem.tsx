import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useTranslation } from 'react-i18next'
import { ApiError, isCookieless, isSignedOut } from '../api/http.ts'
import { Button } from '../ui/Button.tsx'
import { StatePage } from '../ui/StatePage.tsx'
import { useOnline } from '../ui/useOnline.ts'
import { useProblemWords } from './useProblemWords.ts'

type Props = { error: unknown; onRetry: () => void; notFound?: 'offer' | 'page'; as?: 'h1' | 'h2' }

/** Shown when the first request fails: the reason, and what the reader can do. */
export function LoadProblem({ error, onRetry, notFound = 'page', as }: Props) {
  const { t } = useTranslation(['problems', 'common'])
  const inWords = useProblemWords()
  const online = useOnline()
  const code = error instanceof ApiError ? error.code : undefined
  if (code === 'NotFound') {
    return (
      <StatePage
        as={as}
        icon={<QuestionCircleRegular />}
        title={t(`${notFound}.title`)}
        text={t(`${notFound}.text`)}
        urgent
      />
    )
  }
  if (code === 'Forbidden') {
    return (
      <StatePage as={as} icon={<LockClosedRegular />} title={t('forbidden.title')} text={t('forbidden.text')} urgent />
    )
  }
  if (isSignedOut(error) && !isCookieless(error)) {
    return (
      <StatePage as={as} icon={<LockClosedRegular />} title={t('signedOut.title')} text={t('signedOut.text')} urgent />
    )
  }
  if (!online) {
    return <StatePage as={as} icon={<PlugDisconnectedRegular />} title={t('offline')} text={t('offlineText')} urgent />
  }
  const retry = <Button onClick={onRetry}>{t('common:retry')}</Button>
  return <StatePage as={as} icon={<CloudOffRegular />} title={t('load')} text={inWords(error)} action={retry} urgent />
}
