import { DialogActions, DialogBody, DialogContent, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../Button.tsx'

const useStyles = makeStyles({
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

/** What a dialog asks before something happens. */
export function ConfirmForm({ title, confirm, cancel, pending, isFinal = false, onConfirm, onClose, children }: Props) {
  const styles = useStyles()
  const close = useRef<HTMLButtonElement>(null)
  // When the focused button disappears, focus falls to the body, where no key reaches the dialog.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) close.current?.focus()
  })
  // After the dialog's own effect, which focuses its first element.
  useEffect(() => {
    if (isFinal) queueMicrotask(() => close.current?.focus())
  }, [isFinal])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!pending && confirm) onConfirm(event.currentTarget)
  }
  return (
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
  )
}
