import { cancelRefusal } from '../publishing/submission.ts'
import { act, type Request, refuse } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** Cancel Publish: the publisher withdraws the submission. */
export const cancel = (deps: OfferDeps, request: Request): Promise<string> =>
  act(deps, request, async ({ latest, ...facts }, by) => {
    refuse(cancelRefusal(latest), 'Cancel Publish')
    return { id: latest!.id, outcome: await deps.marketplace.withdraw({ ...facts, latest: latest! }, by) }
  })
