import type { Message } from '../../../contract/status.ts'
import { messageOf } from '../../publishing/messages.ts'
import type { Submission } from '../../publishing/submission.ts'
import type { OfferRecord } from '../../store/offers.ts'
import type { RemoteOffer } from '../../store/remoteOffers.ts'
import type { RemotePush } from '../../store/remotePushes.ts'
import type { Links } from '../marketplace.ts'
import type { Budget } from './budget.ts'
import { warning } from './steps.ts'
import { isPublishable, portalOf } from './types.ts'

/** From so many unanswered calls in a row on, the page says so. */
const silence = 3

/** An offer that is missing in so many lists of products in a row was deleted, or this app may no longer see it. */
const missing = 3

/** What a publisher has to know of an offer of Partner Center, besides its steps. */
export function messagesAbout(remote: RemoteOffer, account: Budget, offer: OfferRecord): Message[] {
  const { changed_time: changedTime } = offer
  const about = isPublishable(offer.offer_type_id)
    ? aged(remote, 'partnerCenterOffer', published, changedTime)
    : aged(remote, 'partnerCenterListed', onlyListed, changedTime)
  const silent = silenceOf(remote, account)
  const gone = remote.unseen >= missing ? [aged(remote, 'partnerCenterUnseen', unseen, changedTime)] : []
  const ahead = remote.draft_ahead ? [aged(remote, 'partnerCenterDraftAhead', draftAhead, changedTime)] : []
  return [
    { ...about, level: 'information' },
    ...(silent ? [silent] : gone),
    ...ahead.map((message) => ({ ...message, level: 'information' })),
  ]
}

const published = 'This offer is published in Partner Center, which reports no times for steps. Edit the offer there.'
const onlyListed =
  'The status of offers of this type is not known here, because Partner Center only lists them. See the status and edit the offer there.'
const unseen =
  'Partner Center no longer lists this offer: it was deleted there, or this app may no longer see it. What you see here is the last known status.'
const draftAhead = 'The draft in Partner Center has changes that are not published yet.'

/** A warning that dates from the offer's last change here. */
const aged = ({ product_guid }: RemoteOffer, code: string, text: string, changedTime: string) =>
  warning(code, text, portalOf(product_guid), new Date(changedTime))

/** While Partner Center takes an offer out of the marketplace it is still live, and after it failed to. */
export function messagesOnDelisting(remote: RemoteOffer, push: RemotePush | undefined): Message[] {
  if (push?.kind !== 'stopSelling') return []
  const time = new Date(push.sent_time)
  if (push.result === 'failed')
    return [warning('partnerCenterNotStopped', notStopped, portalOf(remote.product_guid), time)]
  if (push.over_time) return []
  if (!push.job_id) return [unclear(remote, time)]
  return [{ ...warning('partnerCenterStopping', stopping, portalOf(remote.product_guid), time), level: 'information' }]
}

const stopping =
  'Stop Distribution was requested. Partner Center removes the offer from the marketplace, which can take hours.'
const notStopped = 'Partner Center did not stop the distribution. Only Partner Center shows the reasons.'

/** This dashboard was started without the account that the offer belongs to. */
export const unconnected = (remote: RemoteOffer, changedTime: string): Message =>
  aged(
    remote,
    'partnerCenterUnconnected',
    'This dashboard is not connected to Partner Center. What you see here is the last known status.',
    changedTime,
  )

/** The API has no addresses of previews: the portal shows them. */
export function linksOf(
  remote: RemoteOffer | undefined,
  { live_version, delisted_time }: OfferRecord,
  latest: Submission | undefined,
): Links {
  const storefront = 'partnerCenter' as const
  const portal = remote ? [{ displayText: 'Partner Center', storefront, uri: portalOf(remote.product_guid) }] : []
  const isLive = live_version !== null && delisted_time === null
  return { previewLinks: latest?.state === 'waitingForPublisherReview' ? portal : [], liveLinks: isLive ? portal : [] }
}

function silenceOf({ silent_since, failures, product_guid }: RemoteOffer, account: Budget): Message | undefined {
  const ofAccount = account.failures >= silence ? account.since : undefined
  const ofOffer = silent_since && failures >= silence ? Date.parse(silent_since) : undefined
  const known = [ofAccount, ofOffer].filter((since) => since !== undefined)
  if (known.length === 0) return undefined
  const since = new Date(Math.min(...known))
  const [code, what] =
    account.why === 'noAccess'
      ? ['partnerCenterNoAccess', 'has denied this app access']
      : ['partnerCenterSilent', 'has not answered']
  const message = `Partner Center ${what} since ${since.toISOString()}. What you see here is the last known status.`
  const values = { since: since.toISOString(), link: portalOf(product_guid) }
  return { ...messageOf({ code, message, values }, since), level: 'warning' }
}

export const unclear = ({ product_guid }: RemoteOffer, now: Date) =>
  warning(
    'partnerCenterUnclear',
    'Partner Center gave no clear answer, so it is not known whether it accepted the request. The dashboard keeps checking the status and does not send the request again.',
    portalOf(product_guid),
    now,
  )
