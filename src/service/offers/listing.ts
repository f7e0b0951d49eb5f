import { ProblemError } from '../problems.ts'
import { type Acted, act, type OfferRequest } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { refuse } from './refuse.ts'

/** Removes a live offer from the marketplace; its submissions do not change. */
export const delist = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    const { offer } = facts
    if (!latest || offer.live_version === null || offer.delisted_time !== null)
      throw new ProblemError('ActionNotAllowed', 'The offer is not live.')
    return { id: latest.id, outcome: await deps.marketplace.delist({ ...facts, latest }, by) }
  })

/** The publisher takes a live offer out of a marketplace that allows it. */
export const delistForPublisher = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    const { delist: refusal } = await deps.marketplace.refusals(facts.offer, latest)
    if (!latest || !refusal)
      throw new ProblemError('ActionNotAllowed', 'The offer is not live in a marketplace where publishers delist it.')
    refuse(refusal.reason, 'Stop Distribution')
    return { id: latest.id, outcome: await deps.marketplace.delist({ ...facts, latest }, by) }
  })

/** Lists a delisted offer again. */
export const relist = (deps: OfferDeps, request: OfferRequest): Promise<Acted> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    if (!latest || facts.offer.live_version === null || facts.offer.delisted_time === null)
      throw new ProblemError('ActionNotAllowed', 'The offer is not delisted.')
    return { id: latest.id, outcome: await deps.marketplace.relist({ ...facts, latest }, by) }
  })
