import { act, type OfferRequest, refuse } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** Go Live: the publisher signs the previewed version off. */
export const signOff = (deps: OfferDeps, request: OfferRequest): Promise<string> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    refuse(deps.marketplace.refusals(facts.offer, latest).goLive, 'Go Live')
    return { id: latest!.id, outcome: await deps.marketplace.signOff({ ...facts, latest: latest! }, by) }
  })
