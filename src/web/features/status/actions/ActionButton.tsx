import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ActionName } from '../../../api/actions.ts'
import { DialogButton } from '../../../ui/dialogs/DialogButton.tsx'

type Props = {
  action: ActionName
  isAllowed: boolean
  isPrimary: boolean
  /** Requested, and not answered yet. */
  isUnderWay: boolean
  /** The element that says why the action is not possible. */
  describedBy: string | undefined
  onOpen: () => void
  /** The pointer or focus is on the button, so the dialog may soon be needed. */
  onReach: () => void
}

/** A button that stays in the tab order while its action is not possible, and then says why. */
export function ActionButton({ action, isAllowed, isPrimary, isUnderWay, describedBy, onOpen, onReach }: Props) {
  const { t } = useTranslation('status')
  return (
    <DialogButton
      appearance={isPrimary ? 'primary' : 'secondary'}
      aria-describedby={describedBy}
      disabledFocusable={!isAllowed}
      icon={isUnderWay ? <Spinner size="extra-tiny" /> : undefined}
      onClick={onOpen}
      onFocus={onReach}
      onPointerEnter={onReach}
      size={isAllowed || isUnderWay ? 'medium' : 'small'}
    >
      {t(`action.${action}`)}
    </DialogButton>
  )
}
