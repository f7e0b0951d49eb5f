import type { ActionName } from '../../../api/actions.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { DelistDialog } from './DelistDialog.tsx'
import { GoLiveDialog } from './goLive/GoLiveDialog.tsx'
import { PublishDialog } from './publish/PublishDialog.tsx'
import type { DialogProps } from './useAction.ts'

const dialogs = { publish: PublishDialog, goLive: GoLiveDialog, cancel: CancelDialog, delist: DelistDialog } as const

export function ActionDialog({ action, ...props }: DialogProps & { action: ActionName }) {
  const Dialog = dialogs[action]
  return <Dialog {...props} />
}
