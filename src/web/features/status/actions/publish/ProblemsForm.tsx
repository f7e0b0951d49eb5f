import { useTranslation } from 'react-i18next'
import type { ProblemDetail } from '../../../../../contract/problems.ts'
import { ConfirmForm } from '../../../../ui/dialogs/ConfirmForm.tsx'
import { Refused } from '../Refused.tsx'
import { messageOf, ProblemList } from './ProblemList.tsx'

type Props = {
  name: string
  problems: readonly ProblemDetail[]
  isChecking: boolean
  error: Error | null
  onCheck: () => void
  onClose: () => void
}

/** What the draft lacks, and where: it cannot be published before. */
export function ProblemsForm({ name, problems, isChecking, error, onCheck, onClose }: Props) {
  const { t } = useTranslation(['status', 'common'])
  return (
    <ConfirmForm
      cancel={t('common:close')}
      confirm={isChecking ? t('publish.checking') : t('publish.again')}
      onClose={onClose}
      onConfirm={onCheck}
      pending={isChecking}
      title={t('publish.title')}
    >
      <span>{t('publish.problems', { name })}</span>
      <ProblemList messages={problems.map(messageOf)} />
      {error && <Refused error={error} />}
    </ConfirmForm>
  )
}
