import { useMutationState, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { OfferRow } from '../../../../contract/offerList.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import {
  type ActionRequest,
  type ActionState,
  actionKeys,
  actionMutation,
  leaveAnswer,
  showAnswer,
} from '../../../api/actions.ts'
import { isLost } from '../../../api/http.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { statusQuery } from '../../../api/status.ts'
import { keyOf } from './selection.ts'

/** One of several offers, as it is now and with what became of its request. */
export type Item = {
  offer: OfferRow
  status: OfferStatus | undefined
  state: 'loading' | 'ready' | 'notPossible' | 'sending' | 'asking' | 'done' | 'refused' | 'unknown'
  error: Error | null
}

/** Sends one request per offer, each with a key of its own and about the submission that its line shows. */
export function useTogether(offers: readonly OfferRow[]) {
  const client = useQueryClient()
  const [requests, setRequests] = useState<ReadonlyMap<string, ActionRequest>>(new Map())
  const states = useMutationState<ActionState>({ filters: { mutationKey: actionKeys } })
  const statuses = useQueries({
    queries: offers.map((offer) => ({ ...statusQuery(offer), ...withoutPolling, refetchOnMount: 'always' as const })),
  })
  const sent = useRef<ActionRequest[]>([])
  // Answers that come after the dialog was closed are told elsewhere.
  useEffect(() => () => sent.current.forEach(leaveAnswer), [])

  const items = offers.map((offer, index): Item => {
    const { data: status, error, isFetchedAfterMount } = statuses[index]!
    const request = requests.get(keyOf(offer))
    const mutation = request && states.findLast(({ variables }) => variables?.key === request.key)
    if (mutation) return { offer, status, ...outcomeOf(mutation) }
    if (error) return { offer, status, state: 'notPossible', error }
    if (!isFetchedAfterMount || !status) return { offer, status, state: 'loading', error: null }
    return { offer, status, state: status.actions?.goLive.allowed ? 'ready' : 'notPossible', error: null }
  })

  function send(chosen: readonly Item[]) {
    const next = chosen.map(({ offer, status, state }): [string, ActionRequest] => {
      const earlier = requests.get(keyOf(offer))
      // Nobody knows what became of the earlier request: it is repeated. After a refusal it is another one.
      if (earlier && state === 'unknown') return [keyOf(offer), earlier]
      const { publisherId, offerId, name } = offer
      const { operationId } = status ?? {}
      return [
        keyOf(offer),
        { action: 'goLive', offer: { publisherId, offerId }, name, key: crypto.randomUUID(), operationId },
      ]
    })
    setRequests(new Map([...requests, ...next]))
    for (const [, request] of next) {
      sent.current.push(request)
      showAnswer(request)
      const mutation = client.getMutationCache().build(client, actionMutation(client, request.offer))
      // Its state tells what became of it.
      mutation.execute(request).catch(() => undefined)
    }
  }

  return { items, send }
}

function outcomeOf({ status, error, failureCount }: ActionState): Pick<Item, 'state' | 'error'> {
  if (status === 'success') return { state: 'done', error: null }
  if (status === 'error') return { state: isLost(error) ? 'unknown' : 'refused', error }
  return { state: failureCount > 0 ? 'asking' : 'sending', error: null }
}
