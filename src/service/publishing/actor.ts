import type { ActorKind } from '../../contract/actors.ts'

/** Who acts. What an actor may do follows from the kind; the name is only shown. */
export type Actor = { kind: ActorKind; name: string }

export const person = (name: string): Actor => ({ kind: 'person', name })
export const microsoft: Actor = { kind: 'microsoft', name: 'microsoft' }
/** The marketplace's automated steps, when no person acts. */
export const marketplace: Actor = { kind: 'marketplace', name: 'marketplace' }
/** This service by itself. */
export const system: Actor = { kind: 'system', name: 'system' }
