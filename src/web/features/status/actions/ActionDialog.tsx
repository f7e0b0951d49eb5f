import type { ActionName } from '../../../api/actions.ts'
import { ConfirmActionDialog } from './ConfirmActionDialog.tsx'
import { PublishDialog } from './publish/PublishDialog.tsx'
import type { DialogProps } from './useAction.ts'

export function ActionDialog({ action, ...props }: DialogProps & { action: ActionName }) {
  return action === 'publish' ? <PublishDialog {...props} /> : <ConfirmActionDialog action={action} {...props} />
}
