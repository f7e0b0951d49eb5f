import { useMutationState, useQuery } from '@tanstack/react-query'
import { type ActionState, actionKey } from '../../../api/actions.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { statusQuery } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'

/**
 * The action that was requested of an offer, until the service has refused it or sent a status that is newer than its
 * acceptance: no status is shown before the service sends it.
 */
export function useActionUnderWay(offer: OfferAddress) {
  const { dataUpdatedAt } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const latest = useMutationState<ActionState>({ filters: { mutationKey: actionKey(offer) } }).at(-1)
  const isUnderWay = latest?.status === 'pending' || (latest?.data && dataUpdatedAt < latest.data.time)
  if (!latest?.variables || !isUnderWay) return undefined
  return { action: latest.variables.action, isLost: latest.status === 'pending' && latest.failureCount > 0 }
}
