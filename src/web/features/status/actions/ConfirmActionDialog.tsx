import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { ActionForm } from './ActionForm.tsx'
import { AfterGoLive } from './AfterGoLive.tsx'
import { type DialogProps, useAction } from './useAction.ts'

type Props = DialogProps & { action: 'goLive' | 'cancel' }

/** Says what will happen to which offer; the button carries the verb. */
export function ConfirmActionDialog({ action, ...props }: Props) {
  const { t } = useTranslation('status')
  const [reason, setReason] = useState('')
  const { send, outcome, permission, again } = useAction(action, props)
  return (
    <DialogFrame onClose={props.onClose}>
      <ActionForm
        cancel={t(`${action}.dismiss`)}
        confirm={t(`action.${action}`)}
        isFinal={action === 'goLive'}
        onAskAgain={again}
        onClose={props.onClose}
        onConfirm={() => send({ reason: reason.trim() })}
        outcome={outcome}
        permission={permission}
        title={t(`${action}.title`)}
      >
        <span>{t(`${action}.text`, { name: props.name })}</span>
        {action === 'goLive' && <AfterGoLive offer={props.offer} />}
        {action === 'cancel' && (
          <Field label={t('cancel.reason')}>
            <Input maxLength={200} onChange={(_, { value }) => setReason(value)} value={reason} />
          </Field>
        )}
      </ActionForm>
    </DialogFrame>
  )
}
