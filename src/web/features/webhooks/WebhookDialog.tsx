import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Webhook, WebhookPlan } from '../../../contract/webhooks.ts'
import { ApiError } from '../../api/http.ts'
import { webhookActs } from '../../api/webhooks.ts'
import { Failure } from '../../page/Failure.tsx'
import { DialogFrame } from '../../ui/dialogs/DialogFrame.tsx'
import { useWords } from '../../words/lookup.ts'
import { ShownSecret } from './ShownSecret.tsx'
import { WebhookForm } from './WebhookForm.tsx'

type Props = { publisherId: string; webhook?: Webhook; onClose: () => void }

/** Asks where events go, and shows the secret of a new webhook this once. */
export function WebhookDialog({ publisherId, webhook, onClose }: Props) {
  const { t } = useTranslation('webhooks')
  const owner = webhookActs(useQueryClient(), publisherId)
  const add = useMutation({ mutationFn: owner.add })
  const change = useMutation({
    mutationFn: (plan: WebhookPlan) => owner.change(webhook?.id ?? '', plan),
    onSuccess: onClose,
  })
  const { mutate, isPending, error } = webhook ? change : add
  const refused = useRefused(error)
  return (
    <DialogFrame onClose={onClose}>
      {add.data ? (
        <ShownSecret onClose={onClose} webhook={add.data} />
      ) : (
        <WebhookForm
          before={webhook}
          isPending={isPending}
          onClose={onClose}
          onSubmit={(plan) => mutate(plan)}
          refused={refused}
          title={t(webhook ? 'form.change' : 'new')}
        >
          {!refused && <Failure error={error} />}
        </WebhookForm>
      )}
    </DialogFrame>
  )
}

/** What the service says about the address, in words. */
function useRefused(error: unknown) {
  const words = useWords()
  if (!(error instanceof ApiError)) return undefined
  const detail = error.details.find(({ target }) => target === 'address')
  return detail && (words('webhooks', `refused.${detail.code}`) ?? words('webhooks', 'form.addressless'))
}
