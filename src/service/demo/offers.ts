import { createHash } from 'node:crypto'
import { parseEstimate, upperBound } from '../../contract/estimates.ts'
import type { Definition } from '../../contract/offers.ts'
import { factsOf } from '../offers/act.ts'
import { record } from '../offers/record.ts'
import { create, revise } from '../offers/saveDraft.ts'
import { offerTypeById } from '../offerTypes/catalogue.ts'
import { microsoft, person } from '../publishing/actor.ts'
import { overdueTime, type World } from '../publishing/schedule.ts'
import { currentStep, type StepState, type Submission, type SubmissionRequest } from '../publishing/submission.ts'
import { event, type ListingChange, type Transition } from '../publishing/transition.ts'
import { becomeOverdue, cancel, decide, goLive, publish, stepEnds } from '../publishing/transitions.ts'
import { type Change, changeOf } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { hasOffers, oneOffer } from '../store/offers.ts'
import { keepAsExamples } from '../store/outbox.ts'
import { definitionOf, stories } from './stories.ts'
import { type Attempt, type Story, storyPublishers } from './story.ts'

const hour = 3_600_000
const address = 'avery@contoso.com'
const avery = person(address)

/**
 * Fills a database without offers; the service's own transitions make each offer's history. One transaction writes all
 * of them, so a killed process, or several that start together, leave all or none.
 */
export const addOffers = (db: Database, now: Date) =>
  db.transaction().execute(async (tx) => {
    const changes = []
    for (const publisher of storyPublishers) changes.push(await changeOf(tx, publisher))
    if (await hasOffers(tx)) return
    for (const open of changes) {
      const own = stories.filter(({ publisher }) => publisher === open.publisherId)
      for (const [index, story] of own.entries()) await tell(open, story, index, now)
    }
    // These mails are examples and are never sent.
    await keepAsExamples(tx)
  })

async function tell(open: Change, story: Story, index: number, now: Date) {
  const id = slug(story.name)
  const first = story.attempts[0]
  const begun = new Date(now.getTime() - ((first?.hours ?? 24 * (3 + index)) + 24 * 30) * hour)
  const draft = definitionOf(story, first?.fault ?? story.draftFault)
  await create(open, { id, offerTypeId: story.type, definition: draft }, avery, begun)

  for (const [number, attempt] of story.attempts.entries()) {
    const definition = definitionOf(story, attempt.fault)
    const offer = (await oneOffer(open.tx)(story.publisher, id))!
    const saved = new Date(now.getTime() - (attempt.hours + 300) * hour)
    const version = number > 0 ? await revise(open, offer, definition, avery, saved) : 1
    const request = {
      id: uuid(`${story.name} ${number}`),
      publisherId: story.publisher,
      offerId: id,
      offerTypeId: story.type,
      offerVersion: version,
      publishingVersion: number + 1,
      notificationEmails: address,
      language: 'en-US' as const,
    }
    // Runs once from any moment to measure its length, then again so that it ends when the story says.
    const rehearsal = play(request, { ...attempt, hours: 0 }, definition, begun)
    const reached = Date.parse(rehearsal.at(-1)!.submission.changedTime) - begun.getTime()
    const transitions = play(request, attempt, definition, new Date(now.getTime() - attempt.hours * hour - reached))
    const last = transitions.at(-1)!
    last.submission = resting(last.submission, index, now)
    for (const outcome of [...transitions, ...(story.delisted ? [delisting(now)] : [])])
      await record(open, await factsOf(open.tx, story.publisher, id, now), outcome)
  }
}

function delisting(now: Date): ListingChange {
  const time = new Date(now.getTime() - 12 * 24 * hour)
  const reason = 'The publisher asked to remove the offer.'
  return {
    delistedTime: time.toISOString(),
    changedTime: time.toISOString(),
    events: [event('OfferDelisted', microsoft, time, { reason })],
  }
}

function play(request: SubmissionRequest, attempt: Attempt, definition: Definition, begun: Date): Transition[] {
  const world: World = { offerType: offerTypeById(request.offerTypeId)!, definition, held: false, duration: () => 0 }
  const story = [publish(request, world, avery, begun)]
  const submission = () => story.at(-1)!.submission
  for (let step = currentStep(submission()); step; step = currentStep(submission())) {
    const started = new Date(step.startedTime!)
    if (step.id === attempt.at) {
      const end = new Date(started.getTime() + 2 * hour)
      if (attempt.end === 'blocked') story.push(stepEnds(submission(), step, world, end))
      if (attempt.end === 'rejected')
        story.push(
          decide(
            submission(),
            { approved: false, issues: issues(request, attempt.issues ?? 1) },
            world,
            microsoft,
            end,
          ),
        )
      if (attempt.end === 'canceled') story.push(cancel(submission(), { actor: avery }, end))
      if (attempt.end === 'canceledByMicrosoft')
        story.push(cancel(submission(), { actor: microsoft, reason: 'We are editing the title of your offer.' }, end))
      const overdue = overdueTime(step)
      if (!attempt.end && overdue && Date.parse(overdue) < started.getTime() + attempt.hours * hour)
        story.push(becomeOverdue(submission(), step, world, new Date(overdue)))
      return story
    }
    const took = new Date(started.getTime() + usual(step))
    story.push(
      step.actor === 'publisher' ? goLive(submission(), world, avery, took) : stepEnds(submission(), step, world, took),
    )
  }
  return story
}

/** Milliseconds that a step took in these histories: a little more than half of its estimate. */
function usual(step: StepState) {
  const estimate = parseEstimate(step.estimatedTimeFrame ?? '')
  const unestimated = step.actor === 'marketplace' ? hour / 3 : 9 * hour
  return Math.min(estimate ? upperBound(estimate) * 0.6 : unestimated, 3 * 24 * hour)
}

/** Some offers move while one watches, a few per minute; most do not move for hours. */
function resting(submission: Submission, index: number, now: Date): Submission {
  const { dueTime: _, ...rest } = submission
  const step = currentStep(submission)
  if (submission.state !== 'running' || !step) return rest
  const short = step.actor === 'marketplace' && step.id !== 'displaycertify'
  const wait = short ? (30 + 25 * (index % 24)) * 1_000 : (6 + (index % 40)) * hour
  return { ...rest, dueTime: new Date(now.getTime() + wait).toISOString() }
}

const topics = [
  'Template uses fixed API versions',
  'Secure string parameters have defaults',
  'Output exposes a storage key',
]

const issues = ({ publisherId, offerId }: SubmissionRequest, count: number) =>
  topics.slice(0, count).map((title, index) => ({
    title,
    link: `https://solutiontemplates.visualstudio.com/marketplacesolutions/_git/${publisherId}/pullrequest/${1200 + index + offerId.length * 7}`,
  }))

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/-$/, '')

/** The same offer has the same ids in every demonstration, so that an address can be shared. */
const uuid = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
