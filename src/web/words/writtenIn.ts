/** The language of what somebody wrote: Microsoft's reviewers write English; a publisher's language is unknown. */
export const writtenIn = (actorKind: string) => (actorKind === 'person' ? '' : 'en')
