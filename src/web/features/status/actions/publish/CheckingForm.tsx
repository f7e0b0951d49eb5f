import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ConfirmForm } from '../../../../ui/dialogs/ConfirmForm.tsx'
import { Refused } from '../Refused.tsx'

type Props = { isChecking: boolean; error: Error | null; onCheck: () => void; onClose: () => void }

/** While the draft is checked, or when it could not be. */
export function CheckingForm({ isChecking, error, onCheck, onClose }: Props) {
  const { t } = useTranslation(['status', 'common'])
  return (
    <ConfirmForm
      cancel={t('publish.dismiss')}
      confirm={error ? t('common:retry') : undefined}
      onClose={onClose}
      onConfirm={onCheck}
      pending={isChecking}
      title={t('publish.title')}
    >
      {isChecking && <Spinner label={t('publish.checking')} labelPosition="after" size="tiny" />}
      {error && <Refused error={error} />}
    </ConfirmForm>
  )
}
