import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { ActionForm } from './ActionForm.tsx'
import { type DialogProps, useAction } from './useAction.ts'

/** Says what stops, and asks for the reason. */
export function CancelDialog(props: DialogProps) {
  const { t } = useTranslation('status')
  const [reason, setReason] = useState('')
  const { send, outcome, permission, again } = useAction('cancel', props)
  return (
    <DialogFrame onClose={props.onClose}>
      <ActionForm
        cancel={t('cancel.dismiss')}
        confirm={t('action.cancel')}
        onAskAgain={again}
        onClose={props.onClose}
        onConfirm={() => send({ reason: reason.trim() })}
        outcome={outcome}
        permission={permission}
        title={t('cancel.title')}
      >
        <span>{t('cancel.text', { name: props.name })}</span>
        <Field label={t('cancel.reason')}>
          <Input maxLength={200} onChange={(_, { value }) => setReason(value)} value={reason} />
        </Field>
      </ActionForm>
    </DialogFrame>
  )
}
