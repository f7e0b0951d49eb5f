import { isRunning } from '../../publishing/submission.ts'
import type { ListingChange, Transition } from '../../publishing/transition.ts'
import type { RemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import type { remotePushStore } from '../../store/remotePushes.ts'
import type { submissionStore } from '../../store/submissions.ts'
import type { Facts } from '../marketplace.ts'
import type { Picture } from './classify.ts'
import type { partnerCenterClient } from './client.ts'
import { AccessError, RefusedError, UnavailableError, WaitError } from './faults.ts'
import { isUnsupported, look } from './look.ts'
import { outcomeOf } from './outcome.ts'
import { nextLook } from './pace.ts'
import { compared } from './trees.ts'
import { isPublishable } from './types.ts'

type Options = {
  client: ReturnType<typeof partnerCenterClient>
  offers: ReturnType<typeof remoteOfferStore>
  pushes: ReturnType<typeof remotePushStore>
  submissions: Pick<ReturnType<typeof submissionStore>, 'byId'>
  random: () => number
  log: (error: Error) => void
}

/** A look at an offer takes no longer than this; afterwards another replica may look. */
const lease = 5 * 60_000
const stepsInterval = 2 * 60_000
/** After a change the next look is almost immediate, because one look records one change. */
const again = 2_000

/** Looks at an offer in Partner Center when it is due, and sets when to look again. */
export function observer({ client, offers, pushes, submissions, random, log }: Options) {
  /** Optional: a failure here changes nothing else. */
  const compare = async (remote: RemoteOffer, picture: Picture) => {
    try {
      await offers.compared(remote, await compared(client, remote, picture))
    } catch (error) {
      if (!(error instanceof UnavailableError || error instanceof AccessError)) throw error
    }
  }

  /** Asked every few minutes while an offer moves. */
  const namedSteps = async (remote: RemoteOffer, picture: Picture, now: Date) => {
    if (picture.indicator !== 'inProgress' || !picture.row) return undefined
    if (remote.steps_time && now.getTime() < Date.parse(remote.steps_time) + stepsInterval) return undefined
    const named = await client.steps(remote.product_guid, picture.row.n)
    await offers.askedForSteps(remote, now)
    return named
  }

  /** An earlier attempt, which is shown again because a later one is gone: it is recorded already. */
  const isOlder = async ({ latest }: Facts, outcome: Transition | ListingChange | undefined) =>
    outcome !== undefined &&
    'submission' in outcome &&
    outcome.submission.id !== latest?.id &&
    (await submissions.byId(outcome.submission.id)) !== undefined

  const cancelerOf = async ({ offer, latest }: Facts) => {
    if (!latest || !isRunning(latest)) return undefined
    return (await pushes.cancelOf({ publisherId: offer.publisher_id, offerId: offer.id }, latest.id))?.actor
  }

  return async (facts: Facts, remote: RemoteOffer): Promise<Transition | ListingChange | undefined> => {
    const { now } = facts
    const until = new Date(now.getTime() + lease)
    if (!(await offers.claim(remote, until))) return undefined
    try {
      const isFollowed = isPublishable(facts.offer.offer_type_id)
      const seen = isFollowed ? await look(client, pushes, remote, now) : undefined
      if (isFollowed && !seen) log(new Error(`Partner Center lists the offer ${remote.offer_id} in an unknown state.`))
      const named = seen && (await namedSteps(remote, seen.picture, now))
      const canceledBy = await cancelerOf(facts)
      const found = seen && outcomeOf(facts, { ...seen, remote, named, canceledBy })
      const outcome = (await isOlder(facts, found)) ? undefined : found
      const moving = seen?.picture.indicator === 'inProgress' || seen?.pushes[0]?.over_time === null
      const movingSince = remote.moving_since ? new Date(remote.moving_since) : now
      const pace = { movingSince: moving ? movingSince : undefined, failures: 0 }
      const nextTime = outcome ? new Date(now.getTime() + again) : nextLook(pace, now, random)
      await offers.looked(remote, { until, nextTime, moving, failed: false, now })
      if (seen && !outcome) await compare(remote, seen.picture)
      return outcome
    } catch (error) {
      const moving = remote.moving_since !== null
      if (error instanceof WaitError) await offers.postpone(remote, until, error.freeAt)
      else if (error instanceof RefusedError) {
        // An answer, but not about the offer's state.
        if (!isUnsupported(error) && error.status !== 404) log(error)
        const nextTime = nextLook({ movingSince: undefined, failures: 0 }, now, random)
        await offers.looked(remote, { until, nextTime, moving, failed: false, now })
      } else {
        if (!(error instanceof UnavailableError)) log(error as Error)
        const nextTime = nextLook({ movingSince: undefined, failures: remote.failures + 1 }, now, random)
        await offers.looked(remote, { until, nextTime, moving, failed: true, now })
      }
      return undefined
    }
  }
}
