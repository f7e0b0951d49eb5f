import type { EventType } from '../../contract/history.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import type { Actor } from './actor.ts'
import type { NewNotification } from './notifications.ts'
import { iso } from './schedule.ts'
import type { Submission } from './submission.ts'

/** What history keeps of a change. */
export type Event = { type: EventType; actor: Actor; time: string; details: Record<string, unknown> }

export const event = (type: EventType, actor: Actor, now: Date, details: Event['details']): Event => ({
  type,
  actor,
  time: iso(now),
  details,
})

/** What checks found, as history keeps it. */
export const found = (findings: Pick<ProblemDetail, 'code' | 'message' | 'values'>[]) => ({
  codes: findings.map(({ code }) => code),
  problems: findings.map(({ code, message, values }) => ({ code, text: message, ...(values && { values }) })),
})

/** A submission one revision later, or a new one, and what history and mails say of it. */
export type Transition = {
  submission: Submission
  events: Event[]
  notifications: NewNotification[]
  /** What is listed besides, where that was not known before. */
  listing?: { liveVersion: number; delistedTime: string | null } | undefined
}

/** The offer left the marketplace's listings or came back; `liveVersion` where it was not known before. */
export type ListingChange = {
  delistedTime: string | null
  liveVersion?: number
  changedTime: string
  events: Event[]
}
