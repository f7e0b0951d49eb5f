import { randomUUID } from 'node:crypto'
import type { Language } from '../../contract/languages.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { found, ProblemError } from '../problems.ts'
import { isRunning } from '../publishing/submission.ts'
import { act, type Request } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** Submits the draft. Answers the submission's id; that of the running one when it has the same version (D12). */
export async function publish(
  deps: OfferDeps,
  { notificationEmails, language, ...request }: Request & { notificationEmails: string; language: Language },
): Promise<string> {
  const id = randomUUID()
  return act(deps, request, async (facts, by) => {
    const { offer, latest } = facts
    if (latest && isRunning(latest)) {
      if (latest.offerVersion === offer.version) return { id: latest.id }
      throw new ProblemError('SubmissionRunning', `Version ${latest.offerVersion} of the offer is being published.`)
    }
    const { prerequisites } = found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`)
    const draft = await facts.definition(offer.version)
    const problems = prerequisites.flatMap((check) => check(draft))
    if (problems.length)
      throw new ProblemError('ValidationFailed', 'The offer is not complete: nothing was published.', problems)
    const submission = {
      id,
      publisherId: offer.publisher_id,
      offerId: offer.id,
      offerTypeId: offer.offer_type_id,
      offerVersion: offer.version,
      publishingVersion: (latest?.publishingVersion ?? 0) + 1,
      notificationEmails,
      language,
    }
    return { id, outcome: await deps.marketplace.submit(facts, submission, by) }
  })
}
