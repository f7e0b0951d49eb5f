/** The language of what somebody wrote: Microsoft's reviewers write English; a publisher's language is unknown. */
export const writtenIn = (actor: string) => (actor.includes('@') ? '' : 'en')
