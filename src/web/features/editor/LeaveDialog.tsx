import { useTranslation } from 'react-i18next'
import { ConfirmForm } from '../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../ui/dialogs/DialogFrame.tsx'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'

/** Asks before somebody leaves unsaved changes behind. */
export function LeaveDialog({ isDirty, name }: { isDirty: boolean; name: string }) {
  const { t } = useTranslation('editor')
  const { isHeld, leave, stay } = useLeaveGuard(isDirty)
  if (!isHeld) return null
  return (
    <DialogFrame onClose={stay}>
      <ConfirmForm
        cancel={t('leave.stay')}
        confirm={t('leave.leave')}
        isFinal
        onClose={stay}
        onConfirm={leave}
        pending={false}
        title={t('leave.title')}
      >
        {t('leave.text', { name })}
      </ConfirmForm>
    </DialogFrame>
  )
}
