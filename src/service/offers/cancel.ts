import { pendingCancel } from '../publishing/cancelRequest.ts'
import { type Acted, act, type OfferRequest } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { refuse } from './refuse.ts'

/** Cancel Publish: the publisher withdraws the submission. Repeated while the marketplace has not answered, it changes nothing. */
export const cancel = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    if (latest && pendingCancel(latest)) return { id: latest.id }
    refuse((await deps.marketplace.refusals(facts.offer, latest)).cancel, 'Cancel Publish')
    return { id: latest!.id, outcome: await deps.marketplace.withdraw({ ...facts, latest: latest! }, by) }
  })
