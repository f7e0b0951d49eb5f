import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfferStatus } from '../../../../contract/status.ts'
import { type ActionName, type ActionRequest, actionMutation, showAnswer } from '../../../api/actions.ts'
import { isLost } from '../../../api/http.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { statusQuery } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'

export type DialogProps = { offer: OfferAddress; name: string; onClose: () => void }

/** Where a request of this dialog stands. `asking`: an answer was lost, and the page asks again. `status` is newer than the answer. */
export type Outcome =
  | { state: 'open' | 'sending' | 'asking' | 'unknown' }
  | { state: 'refused'; error: Error; status?: OfferStatus | undefined }
  | { state: 'done'; status: OfferStatus }

/** Sends an action with one key for all attempts, about the submission on screen when its dialog opened. */
export function useAction(action: ActionName, { offer, name, onClose }: DialogProps) {
  const client = useQueryClient()
  const { data: status, dataUpdatedAt } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [operationId] = useState(status?.operationId)
  const { mutate, ...mutation } = useMutation(actionMutation(client, offer))

  const send = (body: Pick<ActionRequest, 'publish' | 'reason'>) => {
    const request: ActionRequest = { action, offer, name, key, operationId, ...body }
    mutate(request, {
      onSuccess: ({ afterLoss }) => !afterLoss && onClose(),
      onSettled: () => showAnswer(request),
    })
  }

  function outcome(): Outcome {
    if (mutation.isPending) return { state: mutation.failureCount > 0 ? 'asking' : 'sending' }
    if (mutation.isError) {
      if (isLost(mutation.error)) return { state: 'unknown' }
      const isNewer = dataUpdatedAt > mutation.submittedAt
      return { state: 'refused', error: mutation.error, status: isNewer ? status : undefined }
    }
    if (!mutation.isSuccess) return { state: 'open' }
    return status && dataUpdatedAt >= mutation.data.time ? { state: 'done', status } : { state: 'asking' }
  }
  const permission = status?.actions?.[action]
  return {
    send,
    /** The submission on screen when the dialog opened. */
    operationId,
    outcome: outcome(),
    permission,
    again: () => mutation.variables && send(mutation.variables),
    /** After a refusal, the next request is another one. */
    forget: () => {
      mutation.reset()
      setKey(crypto.randomUUID())
    },
  }
}
