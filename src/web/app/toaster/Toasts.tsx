import { MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WithWords } from '../../i18n/WithWords.tsx'
import { Button } from '../../ui/Button.tsx'
import { AccessWords } from './AccessWords.tsx'
import { LateAnswerWords } from './LateAnswerWords.tsx'
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
      {toasts.map((toast) =>
        toast.kind === 'answer' ? (
          <WithWords key={toast.id} words={['status']}>
            <ToastBar intent={toast.answer.error ? 'error' : 'success'} onClose={() => onClose(toast)}>
              <LateAnswerWords answer={toast.answer} />
            </ToastBar>
          </WithWords>
        ) : toast.kind === 'access' ? (
          <WithWords key={toast.id} words={['news']}>
            <ToastBar intent={toast.change.kind === 'lost' ? 'warning' : 'info'} onClose={() => onClose(toast)}>
              <AccessWords change={toast.change} />
            </ToastBar>
          </WithWords>
        ) : (
          <ToastBar
            key={toast.id}
            action={<Button onClick={() => location.reload()}>{t('common:reload')}</Button>}
            intent="error"
            onClose={() => onClose(toast)}
          >
            {t('notFetched.text')}
          </ToastBar>
        ),
      )}
    </div>
  )
}

type BarProps = {
  intent: 'success' | 'error' | 'warning' | 'info'
  action?: ReactNode
  onClose: () => void
  children: ReactNode
}

function ToastBar({ intent, action, onClose, children }: BarProps) {
  const { t } = useTranslation()
  const close = (
    <Button appearance="transparent" aria-label={t('close')} icon={<Dismiss16Regular />} onClick={onClose} />
  )
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>{children}</MessageBarBody>
      <MessageBarActions containerAction={close}>{action}</MessageBarActions>
    </MessageBar>
  )
}
