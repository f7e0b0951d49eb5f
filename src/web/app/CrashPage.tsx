import { Button } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'
import { StatePage } from '../ui/StatePage.tsx'

/** A page that cannot be drawn, or whose code could not be fetched. */
export function CrashPage() {
  const { t } = useTranslation(['problems', 'common'])
  const reload = (
    <Button appearance="primary" onClick={() => location.reload()}>
      {t('common:reload')}
    </Button>
  )
  return (
    <StatePage
      as="h1"
      icon={<WarningRegular />}
      title={t('crash.title')}
      text={t('crash.text')}
      action={reload}
      urgent
    />
  )
}
