import type { OfferStatus } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'

export type DialogProps = {
  offer: OfferAddress
  name: string
  onClose: () => void
  /** The service took the request; `before` is the last status from before it. */
  onRequested: (before: OfferStatus) => void
}

export function ActionDialog({ action, ...props }: DialogProps & { action: ActionName }) {
  return action === 'publish' ? <PublishDialog {...props} /> : <ConfirmDialog action={action} {...props} />
}
