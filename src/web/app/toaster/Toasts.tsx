import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useTranslation } from 'react-i18next'
import type { Toast } from './toast.ts'

const useStyles = makeStyles({
  list: {
    position: 'fixed',
    zIndex: 3,
    insetInlineEnd: tokens.spacingHorizontalXL,
    bottom: tokens.spacingVerticalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: 'min(400px, calc(100vw - 40px))',
  },
})

type Props = { toasts: readonly Toast[]; onClose: (toast: Toast) => void }

export function Toasts({ toasts, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['problems', 'common'])
  return (
    <div className={styles.list}>
      {toasts.map((toast) => (
        <MessageBar key={toast.id} intent="error" layout="multiline" role="alert">
          <MessageBarBody>{t('notFetched.text')}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                aria-label={t('common:close')}
                icon={<Dismiss16Regular />}
                onClick={() => onClose(toast)}
              />
            }
          >
            <Button onClick={() => location.reload()}>{t('common:reload')}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  )
}
