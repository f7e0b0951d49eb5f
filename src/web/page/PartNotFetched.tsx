import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'

/** In place of a part of the page whose code could not be fetched, as after a new version was installed. */
export function PartNotFetched({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation(['problems', 'common'])
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {t('part')} {t('notFetched.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{t('common:retry')}</Button>
        <Button onClick={() => location.reload()}>{t('common:reload')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
