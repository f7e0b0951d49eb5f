import { found, ProblemError } from '../problems.ts'
import type { Actor } from '../publishing/actor.ts'
import { event } from '../publishing/transition.ts'
import { type Change, change } from '../store/changes.ts'
import { deleteOffer } from '../store/deleteOffer.ts'
import { recordEvents } from '../store/history.ts'
import { once, type Repeatable } from '../store/idempotency.ts'
import { oneOffer } from '../store/offers.ts'
import { submissionStore } from '../store/submissions.ts'
import { ownKey } from './act.ts'
import type { OfferDeps } from './deps.ts'

type DeleteRequest = { publisherId: string; offerId: string; actor: Actor; repeatable?: Repeatable | undefined }

/** Deletes an offer before its first publish: afterwards, customers and reviewers may know it. */
export const deleteDraft = ({ db, now }: Pick<OfferDeps, 'db' | 'now'>, request: DeleteRequest): Promise<string> =>
  change(db, request.publisherId, (open) =>
    once(open, ownKey(request), now(), async () => {
      await remove(open, request, now())
      return 'deleted'
    }),
  )

async function remove(open: Change, { publisherId, offerId, actor }: DeleteRequest, now: Date) {
  const { name, marketplace } = found(await oneOffer(open.tx)(publisherId, offerId), `Offer ${offerId}`)
  if (marketplace !== 'simulated')
    throw new ProblemError('ActionNotAllowed', 'The offer is deleted in Partner Center: nothing was changed here.')
  if (await submissionStore(open.tx).latest(publisherId, offerId))
    throw new ProblemError('ActionNotAllowed', 'An offer that was published cannot be deleted.')
  await deleteOffer(open, offerId)
  await recordEvents(open, { offerId }, [event('OfferDeleted', actor, now, { name })])
}
