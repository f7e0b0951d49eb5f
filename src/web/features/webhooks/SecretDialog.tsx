import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WebhookWithSecret } from '../../../contract/webhooks.ts'
import { Failure } from '../../page/Failure.tsx'
import { ConfirmForm } from '../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../ui/dialogs/DialogFrame.tsx'
import { ShownSecret } from './ShownSecret.tsx'

type Props = { name: string; replace: () => Promise<WebhookWithSecret>; onClose: () => void }

/** Asks once, then shows the new secret this once. */
export function SecretDialog({ name, replace, onClose }: Props) {
  const { t } = useTranslation('webhooks')
  const { data, mutate, isPending, error } = useMutation({ mutationFn: replace })
  return (
    <DialogFrame onClose={onClose}>
      {data ? (
        <ShownSecret onClose={onClose} webhook={data} />
      ) : (
        <ConfirmForm
          cancel={t('replace.cancel')}
          confirm={t('action.secret')}
          isFinal
          onClose={onClose}
          onConfirm={() => mutate()}
          pending={isPending}
          title={t('replace.title')}
        >
          <span>{t('replace.text', { webhook: name })}</span>
          <Failure error={error} />
        </ConfirmForm>
      )}
    </DialogFrame>
  )
}
