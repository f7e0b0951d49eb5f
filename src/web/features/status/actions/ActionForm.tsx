import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/http.ts'
import { useRefusal } from '../../../page/useRefusal.ts'
import { ConfirmForm } from '../../../ui/dialogs/ConfirmForm.tsx'
import { LostAnswer } from './LostAnswer.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { Refused } from './Refused.tsx'
import type { Outcome } from './useAction.ts'

type Props = {
  title: string
  /** The verb; without one there is nothing to confirm. */
  confirm: string | undefined
  cancel: string
  isFinal?: boolean
  outcome: Outcome
  /** Whether the offer, as it is now, allows the action, or why not. */
  permission?: { allowed: boolean; reason?: string | undefined } | undefined
  onConfirm: (form: HTMLFormElement) => void
  onAskAgain: () => void
  onClose: () => void
  children: ReactNode
}

/** The form of an action, and what the service answered to it. */
export function ActionForm({ confirm, cancel, outcome, permission, onAskAgain, children, ...dialog }: Props) {
  const { t } = useTranslation(['status', 'common'])
  const refusal = useRefusal()
  const { state } = outcome
  const isSending = state === 'sending' || state === 'asking'
  const isSettled = state === 'done' || state === 'unknown'
  const isRefused = permission?.allowed === false && !isSending && !isSettled
  return (
    <ConfirmForm
      {...dialog}
      cancel={isSettled || isRefused ? t('common:close') : cancel}
      confirm={isSettled || isRefused ? undefined : isSending ? t('sending') : confirm}
      pending={isSending}
    >
      {children}
      {state === 'refused' && <Refused error={outcome.error} />}
      {state === 'refused' && outcome.status && hasChanged(outcome.error) && <Meanwhile status={outcome.status} />}
      {state === 'open' && isRefused && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refusal(permission)}</MessageBarBody>
        </MessageBar>
      )}
      {(state === 'asking' || isSettled) && <LostAnswer onAskAgain={onAskAgain} outcome={outcome} />}
    </ConfirmForm>
  )
}

/** The offer is not as it was when the dialog opened. */
const hasChanged = (error: Error) => error instanceof ApiError && (error.status === 409 || error.status === 412)
