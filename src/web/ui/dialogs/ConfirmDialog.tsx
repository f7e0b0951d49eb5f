import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    overflowWrap: 'break-word',
  },
  button: { whiteSpace: 'nowrap' },
})

type Props = {
  title: string
  /** The verb; without one there is nothing to confirm. */
  confirm: string | undefined
  /** Leaves everything as it is. */
  cancel: string
  /** Something is being sent: the verb waits. */
  pending: boolean
  /** It cannot be undone: the focus starts on the button that leaves everything as it is. */
  isFinal?: boolean
  onConfirm: (form: HTMLFormElement) => void
  onClose: () => void
  children: ReactNode
}

/** A dialog that asks before something happens. A click beside it discards nothing that was typed. */
export function ConfirmDialog({
  title,
  confirm,
  cancel,
  pending,
  isFinal = false,
  onConfirm,
  onClose,
  children,
}: Props) {
  const styles = useStyles()
  const close = useRef<HTMLButtonElement>(null)
  // When the focused button disappears, focus falls to the body, where no key reaches the dialog.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) close.current?.focus()
  })
  // After the dialog's own effect, which focuses its first element.
  useEffect(() => {
    if (isFinal) close.current?.focus()
  }, [isFinal])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!pending && confirm) onConfirm(event.currentTarget)
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { type }) => type !== 'backdropClick' && onClose()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions>
              {confirm && (
                <Button appearance="primary" className={styles.button} disabledFocusable={pending} type="submit">
                  {confirm}
                </Button>
              )}
              <Button ref={close} className={styles.button} onClick={onClose}>
                {cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
