import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { LostAnswer } from './LostAnswer.tsx'
import { Refused } from './Refused.tsx'
import type { Outcome } from './useAction.ts'
import { useRefusal } from './useRefusal.ts'

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

/** The dialog of an action, and what the service answered to it. */
export function ActionFrame({ confirm, cancel, outcome, permission, onAskAgain, children, ...dialog }: Props) {
  const { t } = useTranslation(['status', 'common'])
  const refusal = useRefusal()
  const { state } = outcome
  const isSending = state === 'sending' || state === 'asking'
  const isOver = state === 'done' || state === 'unknown'
  const isWithdrawn = permission?.allowed === false && !isSending && !isOver
  return (
    <ConfirmDialog
      {...dialog}
      cancel={isOver || isWithdrawn ? t('common:close') : cancel}
      confirm={isOver || isWithdrawn ? undefined : isSending ? t('sending') : confirm}
      pending={isSending}
    >
      {children}
      {state === 'refused' && <Refused error={outcome.error} />}
      {state === 'open' && isWithdrawn && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refusal(permission)}</MessageBarBody>
        </MessageBar>
      )}
      {(state === 'asking' || isOver) && <LostAnswer onAskAgain={onAskAgain} outcome={outcome} />}
    </ConfirmDialog>
  )
}
