import { signOffId } from '../../../contract/status.ts'
import { ProblemError } from '../../problems.ts'
import { goLiveRefusal } from '../../publishing/refusals.ts'
import { iso } from '../../publishing/schedule.ts'
import { isRunning, type Submission } from '../../publishing/submission.ts'
import { event, type Transition } from '../../publishing/transition.ts'
import { cancel } from '../../publishing/transitions.ts'
import type { Database } from '../../store/database.ts'
import { type RemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import { type RemotePush, remotePushStore } from '../../store/remotePushes.ts'
import { submissionStore } from '../../store/submissions.ts'
import type { By, Facts, Marketplace, PublishedFacts } from '../marketplace.ts'
import { linksOf, messagesAbout, messagesOnDelisting, unclear } from './about.ts'
import { pusher } from './acts.ts'
import type { SeenRow } from './answers.ts'
import { canceler, cancelRefusal } from './cancel.ts'
import { classify } from './classify.ts'
import type { partnerCenterClient } from './client.ts'
import { observer } from './observe.ts'
import { submissionOf } from './outcome.ts'
import { signedOff, stepsBefore } from './steps.ts'
import { isPublishable } from './types.ts'

type Options = {
  db: Database
  client: ReturnType<typeof partnerCenterClient>
  /** Whose offers are the account's. */
  publisherId: string
  random: () => number
  log: (error: Error) => void
}

/** Microsoft Partner Center: what is seen there becomes submissions here, and each act is sent there once. */
export function partnerCenter({ db, client, publisherId, random, log }: Options): Marketplace {
  const offers = remoteOfferStore(db)
  const pushes = remotePushStore(db)
  const push = pusher(db, client)
  const cancelThere = canceler(client, pushes)
  const observe = observer({ client, offers, pushes, submissions: submissionStore(db), random, log })

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

  return {
    createsOffersOf: async (id) => id === publisherId || (await offers.any(id)),
    steps: stepsBefore,
    problems: () => [],
    foreseen: () => [],
    async refusals(offer, latest) {
      if (!isPublishable(offer.offer_type_id)) return { publish: 'elsewhere', goLive: 'elsewhere', cancel: 'elsewhere' }
      const known = await pushes.ofOffer({ publisherId: offer.publisher_id, offerId: offer.id })
      return {
        publish: latest && isRunning(latest) ? 'running' : undefined,
        goLive: goLiveRefusal(latest),
        cancel: cancelRefusal(client, known, latest),
        ...(offer.live_version !== null &&
          offer.delisted_time === null && { delist: { reason: delistRefusal(latest, known) } }),
      }
    },
    async links(offer, latest) {
      const remote = await offers.one({ publisherId: offer.publisher_id, offerId: offer.id })
      return linksOf(remote, offer, latest)
    },
    async messages(offer) {
      const remote = await offers.one({ publisherId: offer.publisher_id, offerId: offer.id })
      if (!remote) return []
      const [push] = await pushes.ofOffer({ publisherId: offer.publisher_id, offerId: offer.id })
      return [
        ...messagesAbout(remote, await client.account(), offer),
        ...(offer.delisted_time === null ? messagesOnDelisting(remote, push) : []),
      ]
    },

    // Publishing an offer that was delisted restores it.
    submit: (facts, request, by) => publish(facts, begun(facts, request), by, facts.offer.delisted_time !== null),

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
      const steps = signedOff(latest.steps, now).map((step) => {
        if (step.id === signOffId) return { ...step, endedTime: iso(now), endedBy: by.actor.name }
        return step.status === 'inProgress' ? { ...step, messages } : step
      })
      return {
        submission: { ...latest, state: 'running', steps, changedTime: iso(now), revision: latest.revision + 1 },
        events: [event('OfferGoLiveRequested', by.actor, now, { version: latest.offerVersion })],
        notifications: [],
      }
    },

    async withdraw(facts, by) {
      await cancelThere(facts, await remoteOf(facts), by)
      const { actor, reason } = by
      return cancel(facts.latest, { actor, ...(reason && { reason }) }, facts.now)
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
      // The listing changes when a look at the rows shows it.
      return { delistedTime: offer.delisted_time, changedTime: iso(now), events: [] }
    },

    relist: (facts, by) => publish(facts, begun(facts, { ...facts.latest, ...next(facts) }), by, true),

    due: async (now, ...which) => ((await client.freeAt()) > now ? [] : offers.due(now, ...which)),

    observe: async (facts) => observe(facts, await remoteOf(facts)),
  }
}

function delistRefusal(latest: Submission | undefined, [last]: RemotePush[]) {
  if (latest && isRunning(latest)) return 'running'
  return last?.kind === 'stopSelling' && !last.over_time ? 'delisting' : undefined
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

/** Go Live is bound to the preview that was seen: a newer preview must be looked at first. */
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
