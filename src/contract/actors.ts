/** Who acts: a person, Microsoft's staff, the marketplace's automated steps, or this service by itself. */
export const actorKinds = ['person', 'microsoft', 'marketplace', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]
