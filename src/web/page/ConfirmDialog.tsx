import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConfirmForm } from '../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../ui/dialogs/DialogFrame.tsx'
import { Failure } from './Failure.tsx'

type Props = {
  title: string
  text: string
  confirm: string
  cancel: string
  act: () => Promise<void>
  onClose: () => void
  /** Why it was not done, in other words than those of every problem. */
  failure?: (error: unknown) => ReactNode
}

/** Asks once, acts, and closes when it is done. */
export function ConfirmDialog({ title, text, confirm, cancel, act, onClose, failure }: Props) {
  const { mutate, isPending, error } = useMutation({ mutationFn: act, onSuccess: onClose })
  return (
    <DialogFrame onClose={onClose}>
      <ConfirmForm
        cancel={cancel}
        confirm={confirm}
        isFinal
        onClose={onClose}
        onConfirm={() => mutate()}
        pending={isPending}
        title={title}
      >
        <span>{text}</span>
        {failure ? failure(error) : <Failure error={error} />}
      </ConfirmForm>
    </DialogFrame>
  )
}
