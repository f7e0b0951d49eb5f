import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishRequest } from '../../../../contract/publish.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isLost } from '../../../api/http.ts'
import { invalidateLists } from '../../../api/offerList.ts'
import { type ActionName, act, statusQuery } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'
import { happened } from './happened.ts'

export type DialogProps = {
  offer: OfferAddress
  name: string
  onClose: () => void
  /** The service took the request; `before` is the last status from before it. */
  onRequested: (before: OfferStatus) => void
}

/** The outcome of a request that got no answer. */
export type Lost =
  | { state: 'checking' }
  | { state: 'unknown' }
  | { state: 'notDone' }
  | { state: 'done' | 'otherwise'; status: OfferStatus }

export type Body = { publish?: PublishRequest; reason?: string }

/** Sends an action with one key for all attempts, and finds the outcome when the answer is lost. */
export function useAction(action: ActionName, { offer, onClose, onRequested }: DialogProps) {
  const client = useQueryClient()
  const query = statusQuery(offer)
  const [key] = useState(() => crypto.randomUUID())
  const [operationId] = useState(() => client.getQueryData(query.queryKey)?.operationId)
  const [before, setBefore] = useState<OfferStatus>()
  const [lost, setLost] = useState<Lost>()

  async function check(known = before) {
    setLost({ state: 'checking' })
    const status = await client.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined)
    if (!status) return setLost({ state: 'unknown' })
    if (status.revision === known?.revision) return setLost({ state: 'notDone' })
    setLost({ state: happened(action, known, status) ? 'done' : 'otherwise', status })
    await invalidateLists(client)
  }

  const mutation = useMutation({
    mutationFn: (body: Body) => act({ action, offer, key, operationId, ...body }),
    onMutate: () => {
      setLost(undefined)
      // A retry is compared with the status before the first attempt.
      const known = before ?? client.getQueryData(query.queryKey)
      setBefore(known)
      return known
    },
    onSuccess: (_, __, known) => {
      if (known) onRequested(known)
      onClose()
      void client.invalidateQueries({ queryKey: query.queryKey })
    },
    onError: (error, _, known) => {
      if (isLost(error)) return check(known)
      // Refused: the page below shows why.
      return client.invalidateQueries({ queryKey: query.queryKey })
    },
  })
  const pending = mutation.isPending || lost?.state === 'checking'
  return { send: mutation.mutate, error: lost ? undefined : mutation.error, lost, pending, check: () => void check() }
}
