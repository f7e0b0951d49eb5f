import { useMutation } from '@tanstack/react-query'
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
}

/** Asks once, acts, and closes when it is done. */
export function ConfirmDialog({ title, text, confirm, cancel, act, onClose }: Props) {
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
        <Failure error={error} />
      </ConfirmForm>
    </DialogFrame>
  )
}
