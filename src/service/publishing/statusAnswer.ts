import type { OfferRow } from '../../contract/offerList.ts'
import type { Definition } from '../../contract/offers.ts'
import type { Role } from '../../contract/session.ts'
import type { Actions, OfferStatus, Refusal, Step, Storefront } from '../../contract/status.ts'
import type { OfferType } from '../offerTypes/offerType.ts'
import { cancelRefusal, goLiveRefusal, isRunning, type StepState, type Submission, stepsBefore } from './submission.ts'

type Facts = {
  offerType: OfferType
  /** The draft's content. */
  draft: Definition
  submission: Submission | undefined
  role: Role
  row: OfferRow
}

/** The status of an offer as the API documents it, with what this service adds. */
export function statusAnswer({ offerType, draft, submission, role, row }: Facts): OfferStatus {
  return {
    status: submission?.state ?? 'neverPublished',
    messages: [],
    steps: (submission?.steps ?? stepsBefore(offerType, draft)).map(toStep),
    ...links(offerType, submission, row),
    notificationEmails: submission?.notificationEmails ?? '',
    revision: row.revision,
    ...(submission && { operationId: submission.id }),
    cancellationRequestState: cancellationState(submission),
    actions: actions({ offerType, draft, submission, role }),
    offer: row,
    ...(submission?.cancellation && { cancellation: submission.cancellation }),
  }
}

export const toStep = ({ overdue: _, ...step }: StepState): Step => ({
  ...step,
  progressPercentage: step.status === 'complete' ? 100 : 0,
})

export const cancellationState = (submission: Submission | undefined) =>
  submission?.state === 'canceled' ? 'canceled' : cancelRefusal(submission) ? 'cannotCancel' : 'canCancel'

function actions({ offerType, draft, submission, role }: Omit<Facts, 'row'>): Actions {
  const action = (refusal: Refusal | undefined) => {
    const reason = role === 'reader' ? 'role' : refusal
    return reason ? { allowed: false, reason } : { allowed: true }
  }
  return {
    publish: {
      ...action(submission && isRunning(submission) ? 'running' : undefined),
      problems: offerType.prerequisites.flatMap((check) => check(draft)),
    },
    goLive: action(goLiveRefusal(submission)),
    cancel: action(cancelRefusal(submission)),
  }
}

const storefronts = {
  azureMarketplace: {
    displayText: 'Azure Marketplace',
    address: 'https://azuremarketplace.microsoft.com/marketplace/apps/',
  },
  appSource: { displayText: 'AppSource', address: 'https://appsource.microsoft.com/product/' },
} satisfies Record<Storefront, { displayText: string; address: string }>

/** Addresses of the simulated storefront: they look as the real ones do and lead nowhere. */
function links(
  { storefront }: OfferType,
  submission: Submission | undefined,
  { publisherId, offerId, liveVersion }: OfferRow,
) {
  const { displayText, address } = storefronts[storefront]
  const uri = `${address}${publisherId}.${offerId}`
  const link = { displayText, storefront }
  const inPreview = submission?.state === 'waitingForPublisherReview'
  return {
    previewLinks: inPreview ? [{ ...link, uri: `${uri}?flightCodes=${submission.id.slice(0, 8)}` }] : [],
    liveLinks: liveVersion ? [{ ...link, uri }] : [],
  }
}
