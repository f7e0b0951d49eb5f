/** At most 50 small letters, digits and hyphens. */
export const hyphenatedId = /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/

/** Underscores as well. */
export const underscoredId = /^[a-z0-9](?:[a-z0-9_-]{0,48}[a-z0-9])?$/
