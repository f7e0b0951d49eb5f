import type { Definition } from '../../contract/offers.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import type { Message, OfferStatus, Refusal } from '../../contract/status.ts'
import type { Actor } from '../publishing/actor.ts'
import type { StepState, Submission, SubmissionRequest } from '../publishing/submission.ts'
import type { ListingChange, Transition } from '../publishing/transition.ts'
import type { OfferRecord } from '../store/offers.ts'

/** What is known of an offer when its marketplace is asked. */
export type Facts = {
  offer: OfferRecord
  latest: Submission | undefined
  /** The content of one version. */
  definition: (version: number) => Promise<Definition>
  now: Date
}
/** The facts of an offer that was published once or more. */
export type PublishedFacts = Facts & { latest: Submission }

export type Links = Pick<OfferStatus, 'previewLinks' | 'liveLinks'>

/** `delist` is absent where a publisher cannot delist the offer, or where it is not live. */
export type Refusals = { [act in 'publish' | 'goLive' | 'cancel']: Refusal | undefined } & {
  delist?: { reason: Refusal | undefined }
}

/** Who acts and why. The key is the same when the same act is asked again, because another change came in between. */
export type By = { actor: Actor; reason?: string | undefined; key: string }

/**
 * Where offers are published. A marketplace writes nothing of ours: it answers with what becomes of an offer, and
 * `offers/` records that, so one that lives elsewhere may take its time. It is never asked inside a transaction.
 * An act that it refuses is thrown as a `ProblemError`.
 */
export type Marketplace = {
  /** Whether the publisher's offers are created in the marketplace, so that none can be created here. */
  createsOffersOf: (publisherId: string) => Promise<boolean>
  /** The steps of an offer's next submission, before it begins. */
  steps: (offer: OfferRecord, draft: Definition) => StepState[]
  /** What the draft lacks: publishing it is refused with the same entries. */
  problems: (offer: OfferRecord, draft: Definition) => ProblemDetail[]
  /** What steps would find in the draft without a look at the outside world. */
  foreseen: (offer: OfferRecord, draft: Definition) => { step: StepState; problems: ProblemDetail[] }[]
  /** Why an act is not possible now. */
  refusals: (offer: OfferRecord, latest: Submission | undefined) => Promise<Refusals>
  links: (offer: OfferRecord, latest: Submission | undefined) => Promise<Links>
  /** What a publisher has to know of the offer there, besides its steps. */
  messages: (offer: OfferRecord) => Promise<Message[]>
  submit: (facts: Facts, request: SubmissionRequest, by: By) => Promise<Transition>
  signOff: (facts: PublishedFacts, by: By) => Promise<Transition>
  withdraw: (facts: PublishedFacts, by: By) => Promise<Transition>
  /** A marketplace that has to publish in order to delist or relist answers with a submission. */
  delist: (facts: PublishedFacts, by: By) => Promise<Transition | ListingChange>
  relist: (facts: PublishedFacts, by: By) => Promise<Transition | ListingChange>
  /** The offers to observe now, longest due first; with `publisherId`, those of one publisher. */
  due: (now: Date, limit: number, publisherId?: string) => Promise<{ publisherId: string; offerId: string }[]>
  /** What became of an offer since it was recorded last; undefined when nothing did. */
  observe: (facts: Facts) => Promise<Transition | ListingChange | undefined>
}
