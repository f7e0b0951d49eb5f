import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadError } from '../loading.ts'
import { Button } from '../ui/Button.tsx'
import { StatePage } from '../ui/StatePage.tsx'
import { CrashReport } from './CrashReport.tsx'

type Props = { as?: 'h1' | 'h2'; error: unknown; onRetry: () => void }

/** A page that cannot be drawn, or whose code or words could not be fetched. */
export function CrashPage({ as = 'h1', error, onRetry }: Props) {
  const { t } = useTranslation(['problems', 'common'])
  const [time] = useState(() => new Date().toISOString())
  const reason = error instanceof LoadError ? 'notFetched' : 'crash'
  const actions = (
    <>
      <Button onClick={onRetry}>{t('common:retry')}</Button>{' '}
      <Button appearance="primary" onClick={() => location.reload()}>
        {t('common:reload')}
      </Button>
      {reason === 'crash' && <CrashReport error={error} time={time} />}
    </>
  )
  return (
    <StatePage
      as={as}
      icon={<WarningRegular />}
      title={t(`${reason}.title`)}
      text={t(`${reason}.text`)}
      action={actions}
      urgent
    />
  )
}
