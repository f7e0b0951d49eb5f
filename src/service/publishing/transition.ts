import type { EventType } from '../../contract/history.ts'
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

/** A submission one revision later, or a new one, and what history and mails say of it. */
export type Transition = { submission: Submission; events: Event[]; notifications: NewNotification[] }

/** The offer left the marketplace's listings, or came back. */
export type ListingChange = { delistedTime: string | null; changedTime: string; events: Event[] }
