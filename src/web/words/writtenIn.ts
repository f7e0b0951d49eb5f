/** The language of a person's text: Microsoft's reviewers write English; a publisher's language is unknown. */
export const writtenIn = (actorKind: string) => (actorKind === 'person' ? '' : 'en')
