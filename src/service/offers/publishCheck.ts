import type { Definition } from '../../contract/offers.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import { emailList } from '../../contract/publish.ts'
import type { PublishCheck } from '../../contract/publishCheck.ts'
import type { Message } from '../../contract/status.ts'
import type { Facts } from '../marketplace/marketplace.ts'
import { isSameAt } from '../offerTypes/compare.ts'
import { currentStep, type StepState } from '../publishing/submission.ts'
import { usedAddresses } from '../store/addresses.ts'
import { publisherStore } from '../store/publishers.ts'
import { factsOf } from './act.ts'
import type { OfferDeps } from './deps.ts'

/** What can be said of a draft before anything is sent, and where the notifications of the account usually go. */
export async function publishCheck(
  { db, marketplace, now }: OfferDeps,
  { publisherId, offerId, accountId }: { publisherId: string; offerId: string; accountId: string },
): Promise<PublishCheck> {
  const facts = await factsOf(db, publisherId, offerId, now())
  const { offer, latest } = facts
  const draft = await facts.definition(offer.version)
  const used = await usedAddresses(db, accountId)
  const profile = await publisherStore(db).profile(publisherId)
  const addresses = latest && emailList(latest.notificationEmails)
  const unfixed = await unfixedSince(facts, draft)
  return {
    version: offer.version,
    problems: marketplace.problems(offer, draft),
    foreseen: marketplace
      .foreseen(offer, draft)
      .map(({ step, problems }) => ({
        step: nameOf(step),
        problems: problems.filter((problem) => !unfixed?.messages.some((message) => isAbout(message, problem))),
      }))
      .filter(({ problems }) => problems.length > 0),
    ...(unfixed && { unfixed }),
    addresses: [addresses, used.last, profile.contacts].find((known) => known?.length) ?? [],
    remembered: used.addresses,
    ...(used.language && { language: used.language }),
  }
}

const nameOf = ({ code, stepName }: StepState) => ({ code, stepName })

/** The faults of a failed attempt whose places in the draft are still as they were. Partner Center keeps the content itself. */
async function unfixedSince({ offer, latest, definition }: Facts, draft: Definition): Promise<PublishCheck['unfixed']> {
  const step = latest?.state === 'failed' ? currentStep(latest) : undefined
  if (!latest || !step || offer.marketplace !== 'simulated') return undefined
  const sent = await definition(latest.offerVersion)
  const messages = step.messages.filter(({ level, target }) => level === 'error' && isSameAt(sent, draft, target))
  return messages.length > 0 ? { publishingVersion: latest.publishingVersion, step: nameOf(step), messages } : undefined
}

const isAbout = (message: Message, { code, target, values }: ProblemDetail) =>
  message.code === code && message.target === target && message.values?.plan === values?.plan
