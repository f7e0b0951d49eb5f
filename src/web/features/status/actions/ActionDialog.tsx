import type { ActionName } from '../../../api/status.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import type { DialogProps } from './useAction.ts'

export function ActionDialog({ action, ...props }: DialogProps & { action: ActionName }) {
  return action === 'publish' ? <PublishDialog {...props} /> : <ConfirmDialog action={action} {...props} />
}
