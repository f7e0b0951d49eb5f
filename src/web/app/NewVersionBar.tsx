import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { newerBuild, onNewerBuild } from '../api/build.ts'
import { Button } from '../ui/Button.tsx'
import { BottomBar } from './BottomBar.tsx'

/** The page never reloads by itself: someone may be reading or typing. */
export function NewVersionBar() {
  const { t } = useTranslation()
  const build = useSyncExternalStore(onNewerBuild, newerBuild)
  const [refused, setRefused] = useState<string>()
  if (!build || build === refused) return null
  return (
    <BottomBar icon={<ArrowClockwise16Regular aria-hidden />} role="status" text={t('newVersion.text')}>
      <Button appearance="primary" size="small" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
      <Button appearance="subtle" size="small" onClick={() => setRefused(build)}>
        {t('newVersion.later')}
      </Button>
    </BottomBar>
  )
}
