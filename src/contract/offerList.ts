import * as z from 'zod/mini'
import { Epoch } from './epoch.ts'
import { languages } from './languages.ts'
import { PageNumber } from './page.ts'

/** The status words of All offers and Approvals. */
export const indicators = ['none', 'inProgress', 'awaitingSignoff', 'live', 'canceled', 'failed', 'delisted'] as const
export type Indicator = (typeof indicators)[number]

/** An offer as a row of a list: a projection without steps, at most 400 bytes. */
export const OfferRow = z.object({
  publisherId: z.string(),
  publisherName: z.string(),
  offerId: z.string(),
  name: z.string(),
  offerTypeId: z.string(),
  indicator: z.string(),
  /** ISO 8601 in UTC, like every time on the wire. */
  changedTime: z.string(),
  /** The version that customers see; a newer attempt can have another indicator. */
  liveVersion: z.optional(z.number()),
  /** Where it is published; absent for the simulated marketplace. */
  marketplace: z.optional(z.string()),
  /** The code of the step that runs or waits, its English name, who moves it, and since when. */
  step: z.optional(
    z.object({
      code: z.string(),
      stepName: z.string(),
      actor: z.string(),
      /** Its place among the attempt's steps, from 1, and how many there are. */
      number: z.optional(z.number()),
      count: z.optional(z.number()),
      estimatedTimeFrame: z.optional(z.string()),
      /** Absent when the marketplace does not tell it. */
      startedTime: z.optional(z.string()),
      /** When it failed. */
      endedTime: z.optional(z.string()),
      /** When the estimate's upper bound passes; absent while the step waits for the publisher (D20). */
      overdueTime: z.optional(z.string()),
    }),
  ),
  /** The first fault of a failed attempt: the key of its text, and what fills the text's blanks. */
  reason: z.optional(z.object({ code: z.string(), values: z.optional(z.record(z.string(), z.string())) })),
  /** Its publisher asked to cancel: `requested`, or `tooLate` when it went on. */
  cancelRequest: z.optional(z.string()),
  /** When it goes live by itself. */
  goLiveTime: z.optional(z.string()),
  /** Its status has changed, and the caller has not seen it since. */
  isNew: z.optional(z.boolean()),
  revision: z.number(),
})
export type OfferRow = z.infer<typeof OfferRow>

export const offerSorts = ['name', 'offerType', 'publisher', 'status', 'changed', 'action', 'overdue'] as const
export type OfferSort = (typeof offerSorts)[number]

/** `currentAction` of Approvals. */
export type CurrentAction = 'goLive' | 'scheduled' | 'fixAndRepublish' | 'step' | 'none'
export const currentAction = ({
  indicator,
  step,
  goLiveTime,
}: Pick<OfferRow, 'indicator' | 'step' | 'goLiveTime'>): CurrentAction =>
  indicator === 'awaitingSignoff'
    ? goLiveTime
      ? 'scheduled'
      : 'goLive'
    : indicator === 'failed'
      ? 'fixAndRepublish'
      : indicator === 'inProgress' && step
        ? 'step'
        : 'none'

/** `needsYou`: waits for a publisher whose offers the caller may change. `overdue`: others take longer than estimated. */
export const attentions = ['needsYou', 'overdue'] as const
export type Attention = (typeof attentions)[number]

/** All offers; or Approvals, which leaves out what is neither published nor being published (D13). */
export type ListName = 'offers' | 'approvals'

/** The order of a list that names none: the longest overdue first, or what waits for its publisher, or what changed last. */
export const defaultSort = (scope: ListName, attention?: Attention) =>
  attention === 'overdue' ? 'overdue' : scope === 'approvals' ? 'action' : '-changed'

/** The query of a list's address and of its request. `sort` begins with `-` for descending order. */
export const OfferListQuery = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  status: z.optional(z.enum(indicators)),
  attention: z.optional(z.enum(attentions)),
  /** Only offers whose status has changed and was not seen by the caller since. */
  news: z.optional(z.enum(['unseen'])),
  type: z.optional(z.string().check(z.maxLength(100))),
  publisher: z.optional(z.string().check(z.maxLength(50))),
  sort: z.optional(z.templateLiteral([z.enum(['', '-']), z.enum(offerSorts)])),
  page: PageNumber,
})
export type OfferListQuery = z.infer<typeof OfferListQuery>

/** All pages of a list as a file: its headings, words and separator are those of `language`. */
export const OfferFileQuery = z.extend(z.omit(OfferListQuery, { page: true }), {
  language: z.optional(z.enum(languages)),
})

export const pageSize = 50

export const OfferList = z.object({
  items: z.array(OfferRow),
  /** Matching offers on all pages. */
  total: z.number(),
  /** More offers match a text than are counted and listed. */
  hasMore: z.optional(z.boolean()),
  /** Offers per indicator that match all filters except the filter by status; absent when too many match a text. */
  counts: z.optional(z.record(z.string(), z.number())),
  /** Offers that need attention and match all filters except these two; absent like `counts`. */
  attention: z.optional(z.object({ needsYou: z.number(), overdue: z.number() })),
  revision: z.number(),
  epoch: Epoch,
})
export type OfferList = z.infer<typeof OfferList>
