import { type MutationState, mutationOptions, type QueryClient } from '@tanstack/react-query'
import { apiVersion } from '../../contract/apiVersion.ts'
import type { PublishRequest } from '../../contract/publish.ts'
import type { OfferAddress } from '../paths.ts'
import { call, isLost, waitAskedBy } from './http.ts'
import { invalidateLists } from './offerList.ts'
import { offerPath, portalPath, statusQuery } from './status.ts'

export type ActionName = 'publish' | 'goLive' | 'cancel' | 'delist'

/** `key` makes a repeated request the same request, so that it is carried out once. */
export type ActionRequest = {
  action: ActionName
  offer: OfferAddress
  /** The offer's name, to tell which offer an answer is about. */
  name: string
  key: string
  /** The submission that the person saw: Go Live and Cancel Publish are about no other. */
  operationId?: string | undefined
  publish?: PublishRequest
  /** Why publishing is canceled. */
  reason?: string
}

/** When the service accepted a request, by this browser's clock, and whether an earlier answer had been lost. */
export type Acceptance = { time: number; afterLoss: boolean }
export type ActionState = MutationState<Acceptance, Error, ActionRequest>

/** How often a request without an answer is repeated before the page says that it does not know: about five minutes. */
const repeats = 14

/** A request without an answer is repeated. */
export const repeated = {
  retry: (failures: number, error: Error) => isLost(error) && failures < repeats,
  retryDelay: (failures: number, error: Error) =>
    Math.max(waitAskedBy(error) ?? 0, Math.min(1000 * 2 ** failures, 30_000)),
}

const requestsWithLostAnswers = new WeakSet<ActionRequest>()

/** Of all offers. */
export const actionKeys = ['action']
export const actionKey = ({ publisherId, offerId }: OfferAddress) => [...actionKeys, publisherId, offerId]

/**
 * Lives in the client's cache, so it outlives the dialog that sent it. When an answer is lost, nobody knows whether the
 * request was carried out; the same request is repeated until the service says so.
 */
export const actionMutation = (client: QueryClient, offer: OfferAddress) =>
  mutationOptions({
    mutationKey: actionKey(offer),
    mutationFn: async (request: ActionRequest): Promise<Acceptance> => {
      try {
        await send(request)
      } catch (error) {
        if (isLost(error)) requestsWithLostAnswers.add(request)
        throw error
      }
      return { time: Date.now(), afterLoss: requestsWithLostAnswers.has(request) }
    },
    ...repeated,
    onSettled: () => {
      // A poll that began before the answer is canceled: what it brings may be older.
      void client.invalidateQueries({ queryKey: statusQuery(offer).queryKey })
      void invalidateLists(client)
    },
  })

const send = ({ action, offer, key, publish, operationId, reason }: ActionRequest) =>
  call<void>(pathOf(offer, action), {
    post: true,
    query: { 'api-version': apiVersion },
    body: publish ?? { metadata: { operationId, ...(reason && { reason }) } },
    idempotencyKey: key,
  })

const pathOf = (offer: OfferAddress, action: ActionName) =>
  action === 'delist' ? portalPath(offer, action) : offerPath(offer, action === 'goLive' ? 'golive' : action)

/** A request, accepted or not, whose answer no dialog has shown. */
export type LateAnswer = { request: ActionRequest; error: Error | null }

const shown = new WeakSet<ActionRequest>()

/** The dialog that sent a request is still open, and shows the answer itself. */
export const showAnswer = (request: ActionRequest) => void shown.add(request)

/** It was closed before the answer came. */
export const leaveAnswer = (request: ActionRequest) => void shown.delete(request)

/** Calls back for every answer that comes after its dialog was closed. */
export const onLateAnswer = (client: QueryClient, tell: (answer: LateAnswer) => void) =>
  client.getMutationCache().subscribe(({ type, mutation, ...event }) => {
    if (type !== 'updated' || mutation?.options.mutationKey?.[0] !== actionKeys[0]) return
    const isSettled = 'action' in event && (event.action.type === 'success' || event.action.type === 'error')
    const request: ActionRequest = mutation.state.variables
    if (isSettled && !shown.has(request)) tell({ request, error: mutation.state.error })
  })
