import { useTranslation } from 'react-i18next'
import type { CreatedToken as Created } from '../../../contract/account.ts'
import { ShownOnce } from '../../ui/dialogs/ShownOnce.tsx'

export function CreatedToken({ created: { name, token }, onClose }: { created: Created; onClose: () => void }) {
  const { t } = useTranslation('account')
  return (
    <ShownOnce
      copied={{ yes: t('created.copied.yes'), no: t('created.copied.no') }}
      copy={t('created.copy')}
      done={t('created.done')}
      label={t('created.label')}
      onClose={onClose}
      secret={token}
      text={t('created.text', { token: name })}
      title={t('created.title')}
    />
  )
}
