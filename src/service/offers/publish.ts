import { randomUUID } from 'node:crypto'
import type { Language } from '../../contract/languages.ts'
import { emailList } from '../../contract/publish.ts'
import { ProblemError } from '../problems.ts'
import { isRunning } from '../publishing/submission.ts'
import { accountStore } from '../store/accounts.ts'
import { rememberAddresses } from '../store/addresses.ts'
import { publisherStore } from '../store/publishers.ts'
import { submissionStore } from '../store/submissions.ts'
import { type Acted, act, type OfferRequest } from './act.ts'
import type { OfferDeps } from './deps.ts'
import { refuse } from './refuse.ts'

type PublishOffer = OfferRequest & {
  notificationEmails: string
  language: Language
  /** The account that chose the addresses and the language, for which they are remembered. */
  accountId?: string | undefined
}

/** Submits the draft. Returns the submission's id, or that of the running one when it has the same version (D12). */
export async function publish(
  deps: OfferDeps,
  { notificationEmails, language, accountId, ...request }: PublishOffer,
): Promise<Acted> {
  const id = randomUUID()
  return act(deps, request, async (facts, by) => {
    const { offer, latest } = facts
    if (latest && isRunning(latest)) {
      if (latest.offerVersion === offer.version) return { id: latest.id }
      throw new ProblemError(
        'SubmissionRunning',
        `Version ${latest.offerVersion} of the offer is being published. Cancel it, or publish again when it has ended.`,
      )
    }
    refuse((await deps.marketplace.refusals(offer, latest)).publish, 'Publish')
    const problems = deps.marketplace.problems(offer, await facts.definition(offer.version))
    if (problems[0])
      throw new ProblemError(
        'ValidationFailed',
        `Nothing was published, because the offer is not complete. ${problems[0].message}`,
        problems,
      )
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
    const outcome = await deps.marketplace.submit(facts, submission, by)
    const chosen = accountId && { accountId, addresses: emailList(notificationEmails) ?? [], language }
    return {
      id: outcome.submission.id,
      outcome,
      ...(chosen && { also: (change) => rememberAddresses(change, chosen, facts.now) }),
    }
  })
}

/**
 * Where notifications go when the request names no addresses: to those of the previous submission, else to the publisher's
 * contacts, else to its owners.
 */
export async function usualAddresses({ db }: Pick<OfferDeps, 'db'>, { publisherId, offerId }: OfferRequest) {
  const latest = await submissionStore(db).latest(publisherId, offerId)
  if (latest?.notificationEmails) return latest.notificationEmails
  const { contacts } = await publisherStore(db).profile(publisherId)
  if (contacts.length > 0) return contacts.join(', ')
  const owners = (await accountStore(db).ownerEmails(publisherId)).filter((email) => emailList(email)?.length)
  if (owners.length > 0) return owners.join(', ')
  const message = 'No e-mail address is known for notifications: send metadata.notification-emails.'
  const target = 'metadata.notification-emails'
  throw new ProblemError('InvalidInput', message, [{ code: 'invalidInput', message, target }])
}
