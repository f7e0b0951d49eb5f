import { isRunning, isSignedOff } from '../publishing/submission.ts'
import { type Acted, act, type OfferRequest } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { refuse } from './refuse.ts'

/** Go Live: the publisher signs the previewed version off. Repeated while it goes live, it changes nothing. */
export const signOff = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    if (latest && isRunning(latest) && isSignedOff(latest)) return { id: latest.id }
    refuse((await deps.marketplace.refusals(facts.offer, latest)).goLive, 'Go Live')
    return { id: latest!.id, outcome: await deps.marketplace.signOff({ ...facts, latest: latest! }, by) }
  })
