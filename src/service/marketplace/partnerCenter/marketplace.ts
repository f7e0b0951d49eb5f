import { signOffId } from '../../../contract/status.ts'
import { ProblemError } from '../../problems.ts'
import { goLiveRefusal } from '../../publishing/refusals.ts'
import { iso } from '../../publishing/schedule.ts'
import { isRunning, liveId, type Submission } from '../../publishing/submission.ts'
import { event, type Transition } from '../../publishing/transition.ts'
import { cancel } from '../../publishing/transitions.ts'
import type { Database } from '../../store/database.ts'
import { type RemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import { type RemotePush, remotePushStore } from '../../store/remotePushes.ts'
import type { By, Facts, Marketplace, PublishedFacts } from '../marketplace.ts'
import { linksOf, messagesAbout, unclear } from './about.ts'
import { pusher } from './acts.ts'
import type { SeenRow } from './answers.ts'
import { classify, type Picture } from './classify.ts'
import type { partnerCenterClient } from './client.ts'
import { AccessError, RefusedError, UnavailableError, WaitError } from './faults.ts'
import { isUnsupported, look } from './look.ts'
import { outcomeOf, submissionOf } from './outcome.ts'
import { nextLook } from './pace.ts'
import { problemOf } from './problems.ts'
import { stepsBefore } from './steps.ts'
import { compared } from './trees.ts'
import { isPublishable } from './types.ts'

type Options = {
  db: Database
  client: ReturnType<typeof partnerCenterClient>
  random: () => number
  log: (error: Error) => void
}

/** A look at an offer takes no longer than this: then another replica may take it. */
const lease = 5 * 60_000
const stepsInterval = 2 * 60_000
/** A change that was seen is looked at again at once, for one look records one change. */
const again = 2_000

/** Microsoft Partner Center: what is seen there becomes submissions of ours, and acts of ours are sent there once. */
export function partnerCenter({ db, client, random, log }: Options): Marketplace {
  const offers = remoteOfferStore(db)
  const pushes = remotePushStore(db)
  const push = pusher(db, client)

  const remoteOf = async ({ offer }: Facts): Promise<RemoteOffer> => {
    const remote = await offers.one({ publisherId: offer.publisher_id, offerId: offer.id })
    if (!remote) throw new ProblemError('NotFound', `Offer ${offer.id} does not exist in Partner Center.`)
    return remote
  }

  const publish = async (facts: Facts, submission: Submission, by: By, restore = false): Promise<Transition> => {
    const remote = await remoteOf(facts)
    const lifecycleState = restore ? ({ lifecycleState: 'generallyAvailable' } as const) : {}
    const sent = await push(facts, remote, by, {
      kind: 'publish',
      submissionId: submission.id,
      send: () => client.publish({ guid: remote.product_guid, ...lifecycleState }),
    })
    const [first, ...rest] = submission.steps
    const time = iso(facts.now)
    const messages = sent.clear ? [] : [unclear(remote, facts.now)]
    return {
      submission: {
        ...submission,
        id: sent.push.submission_id,
        steps: [{ ...first!, status: 'inProgress', startedTime: time, messages }, ...rest],
      },
      events: [event('OfferPublishRequested', by.actor, facts.now, { version: submission.offerVersion })],
      notifications: [],
    }
  }

  /** A nicety: what goes wrong with it changes nothing else. */
  const compare = async (remote: RemoteOffer, picture: Picture) => {
    try {
      await offers.compared(remote, await compared(client, remote, picture))
    } catch (error) {
      if (!(error instanceof UnavailableError || error instanceof AccessError)) throw error
    }
  }

  /** Asked every few minutes while the preview is made. */
  const namedSteps = async (remote: RemoteOffer, picture: Picture, now: Date) => {
    if (picture.indicator !== 'inProgress' || picture.phase !== 'preview' || !picture.row) return undefined
    if (remote.steps_time && now.getTime() < Date.parse(remote.steps_time) + stepsInterval) return undefined
    const named = await client.steps(remote.product_guid, picture.row.n)
    await offers.toldSteps(remote, now)
    return named
  }

  return {
    steps: stepsBefore,
    problems: () => [],
    foreseen: () => [],
    refusals: (offer, latest) => {
      if (!isPublishable(offer.offer_type_id)) return { publish: 'elsewhere', goLive: 'elsewhere', cancel: 'elsewhere' }
      return {
        publish: latest && isRunning(latest) ? 'running' : undefined,
        goLive: goLiveRefusal(latest),
        cancel: cancelRefusal(latest),
      }
    },
    async links(offer, latest) {
      const remote = await offers.one({ publisherId: offer.publisher_id, offerId: offer.id })
      return linksOf(remote, offer, latest)
    },
    async messages(offer) {
      const remote = await offers.one({ publisherId: offer.publisher_id, offerId: offer.id })
      return remote ? messagesAbout(remote, await client.account(), offer.changed_time) : []
    },

    submit: (facts, request, by) => publish(facts, begun(facts, request), by),

    async signOff(facts, by) {
      const { latest, offer, now } = facts
      const remote = await remoteOf(facts)
      const known = await pushes.ofOffer({ publisherId: offer.publisher_id, offerId: offer.id })
      const sent = await push(facts, remote, by, {
        kind: 'goLive',
        submissionId: latest.id,
        row: (rows) => previewOf(latest, rows, known, remote),
        send: (n) => client.pushLive({ guid: remote.product_guid, ...(n && { n }) }),
      })
      const messages = sent.clear ? [] : [unclear(remote, now)]
      const steps = latest.steps.map((step) => {
        if (step.id === signOffId)
          return { ...step, status: 'complete' as const, endedTime: iso(now), endedBy: by.actor.name, messages: [] }
        return step.id === liveId ? { ...step, status: 'inProgress' as const, startedTime: iso(now), messages } : step
      })
      return {
        submission: { ...latest, state: 'running', steps, changedTime: iso(now), revision: latest.revision + 1 },
        events: [event('OfferGoLiveRequested', by.actor, now, { version: latest.offerVersion })],
        notifications: [],
      }
    },

    async withdraw(facts, { actor, reason }) {
      const { latest, offer, now } = facts
      const address = { publisherId: offer.publisher_id, offerId: offer.id }
      const own = (await pushes.ofOffer(address)).find((one) => one.submission_id === latest.id && one.job_id)
      if (!own?.job_id)
        throw new ProblemError('ActionNotAllowed', 'This publish was begun in Partner Center: cancel it there.', [
          { code: 'elsewhere', message: 'This publish was begun in Partner Center: cancel it there.' },
        ])
      const job = await client.cancel(own.job_id).catch((error) => Promise.reject(problemOf(error)))
      if (job.result !== 'cancelled')
        throw new ProblemError('ActionNotAllowed', 'Partner Center did not cancel: the publish was over already.')
      await pushes.learn(own.key, { result: 'cancelled', over_time: iso(now) })
      return cancel(latest, { actor, ...(reason && { reason }) }, now)
    },

    async delist(facts, by) {
      const { offer, latest, now } = facts
      const remote = await remoteOf(facts)
      await push(facts, remote, by, {
        kind: 'stopSelling',
        submissionId: latest.id,
        row: (rows) => settledLive(rows),
        send: (n) => client.pushLive({ guid: remote.product_guid, ...(n && { n }), lifecycleState: 'deprecated' }),
      })
      // It takes effect once Partner Center says so.
      return { delistedTime: offer.delisted_time, changedTime: iso(now), events: [] }
    },

    relist: (facts, by) => publish(facts, begun(facts, { ...facts.latest, ...next(facts) }), by, true),

    due: async (now, limit) => ((await client.freeAt()) > now ? [] : offers.due(now, limit)),

    async observe(facts) {
      const { now } = facts
      const remote = await remoteOf(facts)
      if (!(await offers.claim(remote, new Date(now.getTime() + lease)))) return undefined
      try {
        const seen = isPublishable(facts.offer.offer_type_id) ? await look(client, pushes, remote, now) : undefined
        const named = seen && (await namedSteps(remote, seen.picture, now))
        const outcome = seen && outcomeOf(facts, { ...seen, remote, named })
        const moving = seen?.picture.indicator === 'inProgress'
        const movingSince = remote.moving_since ? new Date(remote.moving_since) : now
        const pace = { movingSince: moving ? movingSince : undefined, failures: 0 }
        const nextTime = outcome ? new Date(now.getTime() + again) : nextLook(pace, now, random)
        await offers.looked(remote, { nextTime, moving, failed: false, now })
        if (seen && !outcome) await compare(remote, seen.picture)
        return outcome
      } catch (error) {
        const moving = remote.moving_since !== null
        if (error instanceof WaitError) await offers.postpone(remote, error.freeAt)
        else if (error instanceof RefusedError) {
          // An answer, though not about the offer's state.
          if (!isUnsupported(error) && error.status !== 404) log(error)
          const nextTime = nextLook({ movingSince: undefined, failures: 0 }, now, random)
          await offers.looked(remote, { nextTime, moving, failed: false, now })
        } else {
          if (!(error instanceof UnavailableError)) log(error as Error)
          const nextTime = nextLook({ movingSince: undefined, failures: remote.failures + 1 }, now, random)
          await offers.looked(remote, { nextTime, moving, failed: true, now })
        }
        return undefined
      }
    },
  }
}

/** A submission as it is before its first step begins. */
const begun = ({ now }: Facts, request: Parameters<Marketplace['submit']>[1]): Submission => ({
  id: request.id,
  publisherId: request.publisherId,
  offerId: request.offerId,
  offerTypeId: request.offerTypeId,
  offerVersion: request.offerVersion,
  publishingVersion: request.publishingVersion,
  notificationEmails: request.notificationEmails,
  language: request.language,
  state: 'running',
  steps: stepsBefore(),
  createdTime: iso(now),
  changedTime: iso(now),
  revision: 1,
})

const next = ({ latest }: PublishedFacts) => ({
  id: crypto.randomUUID(),
  publishingVersion: latest.publishingVersion + 1,
})

/** Partner Center cancels what was not signed off, and only what this dashboard began. */
function cancelRefusal(latest: Submission | undefined) {
  if (!latest || !isRunning(latest)) return 'notPublishing'
  if (latest.state === 'waitingForPublisherReview') return 'elsewhere'
  return latest.steps.find(({ id }) => id === liveId)?.status === 'notStarted' ? undefined : 'goingLive'
}

/** Go Live is bound to the preview that was seen: a newer one has to be looked at first. */
function previewOf(latest: Submission, rows: SeenRow[], pushes: RemotePush[], remote: RemoteOffer): SeenRow {
  const picture = classify(rows)
  if (picture?.indicator !== 'awaitingSignoff' || submissionOf(picture.row, pushes, remote) !== latest.id)
    throw new ProblemError('PreconditionFailed', 'The preview is no longer the one that was seen. Look at it again.')
  return picture.row
}

function settledLive(rows: SeenRow[]): SeenRow {
  const row = rows.findLast(({ target, result }) => target === 'live' && result === 'succeeded')
  if (!row) throw new ProblemError('PreconditionFailed', 'The offer is not live in Partner Center.')
  return row
}
