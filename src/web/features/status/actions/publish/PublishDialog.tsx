import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../../../../api/http.ts'
import { publishCheckQuery } from '../../../../api/publishCheck.ts'
import { DialogFrame } from '../../../../ui/dialogs/DialogFrame.tsx'
import { type DialogProps, type Outcome, useAction } from '../useAction.ts'
import { CheckingForm } from './CheckingForm.tsx'
import { ProblemsForm } from './ProblemsForm.tsx'
import { RecipientsForm } from './RecipientsForm.tsx'

/** First the checks, then the addresses for notifications, then publishing (D10). */
export function PublishDialog(props: DialogProps) {
  const { data: found, isFetching, error, refetch } = useQuery(publishCheckQuery(props.offer))
  const action = useAction('publish', props)
  const problems = refusedFor(action.outcome) ?? found?.problems ?? []
  const check = { isChecking: isFetching, error: isFetching ? null : error, onCheck: () => void refetch() }
  function checkAgain() {
    action.forget()
    void refetch()
  }
  return (
    <DialogFrame onClose={props.onClose}>
      {!found ? (
        <CheckingForm {...check} onClose={props.onClose} />
      ) : problems.length > 0 ? (
        <ProblemsForm {...check} {...props} onCheck={checkAgain} problems={problems} />
      ) : (
        <RecipientsForm {...props} action={action} found={found} />
      )}
    </DialogFrame>
  )
}

/** What the service found missing in the draft, though its check had found nothing before. */
const refusedFor = (outcome: Outcome) =>
  outcome.state === 'refused' && outcome.error instanceof ApiError && outcome.error.code === 'ValidationFailed'
    ? outcome.error.details
    : undefined
