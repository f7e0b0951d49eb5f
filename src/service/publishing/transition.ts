import type { EventType } from '../../contract/history.ts'
import type { NewNotification } from './notifications.ts'
import type { Submission } from './submission.ts'

/** What history keeps of a change. */
export type Event = { type: EventType; actor: string; details: Record<string, unknown> }

/** A submission one revision later, and what history and mails say of it. */
export type Transition = { submission: Submission; events: Event[]; notifications: NewNotification[] }
