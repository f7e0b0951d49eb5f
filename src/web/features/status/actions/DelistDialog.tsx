import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { ActionForm } from './ActionForm.tsx'
import { type DialogProps, useAction } from './useAction.ts'

/** Says what customers lose and keep, and how the offer comes back. */
export function DelistDialog(props: DialogProps) {
  const { t } = useTranslation('status')
  const { send, outcome, permission, again } = useAction('delist', props)
  return (
    <DialogFrame onClose={props.onClose}>
      <ActionForm
        cancel={t('delist.dismiss')}
        confirm={t('action.delist')}
        onAskAgain={again}
        onClose={props.onClose}
        onConfirm={() => send({})}
        outcome={outcome}
        permission={permission}
        title={t('delist.title')}
      >
        <span>{t('delist.text', { name: props.name })}</span>
      </ActionForm>
    </DialogFrame>
  )
}
