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
import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LostAnswer } from './LostAnswer.tsx'
import { Refused } from './Refused.tsx'
import type { Lost } from './useAction.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
  },
  button: { whiteSpace: 'nowrap' },
})

type Props = {
  title: string
  /** The verb on the button; without one there is nothing to confirm. */
  yes?: string
  no: string
  onYes: () => void
  onClose: () => void
  pending: boolean
  error: unknown
  lost: Lost | undefined
  check: () => void
  children: ReactNode
}

/** A dialog that asks for confirmation and shows the outcome. */
export function ActionFrame({ title, yes, no, onYes, onClose, pending, error, lost, check, children }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const over = lost !== undefined && 'status' in lost
  const close = useRef<HTMLButtonElement>(null)
  // When the focused button disappears, the focus is lost, and keys would no longer reach the dialog.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) close.current?.focus()
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!pending && yes && !over) onYes()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              {error != null && <Refused error={error} />}
              {lost && <LostAnswer check={check} lost={lost} />}
            </DialogContent>
            <DialogActions>
              {yes && !over && (
                <Button appearance="primary" className={styles.button} disabledFocusable={pending} type="submit">
                  {pending ? t('sending') : yes}
                </Button>
              )}
              <Button ref={close} className={styles.button} onClick={onClose}>
                {over ? t('common:close') : no}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
