import { useTranslation } from 'react-i18next'
import type { WebhookWithSecret } from '../../../contract/webhooks.ts'
import { ShownOnce } from '../../ui/dialogs/ShownOnce.tsx'

type Props = { webhook: WebhookWithSecret; onClose: () => void }

export function ShownSecret({ webhook: { name, secret }, onClose }: Props) {
  const { t } = useTranslation('webhooks')
  return (
    <ShownOnce
      copied={{ yes: t('secret.copied.yes'), no: t('secret.copied.no') }}
      copy={t('secret.copy')}
      done={t('secret.done')}
      label={t('secret.label')}
      onClose={onClose}
      secret={secret}
      text={t('secret.text', { webhook: name })}
      title={t('secret.title')}
    />
  )
}
