/** Finds a text anywhere in a search key: for `like … escape '\\'`. */
export const patternOf = (text: string) =>
  `%${searchKey(text.trim()).replace(/[\\%_]/g, (character) => `\\${character}`)}%`

/** A text as it is searched and sorted: without regard to case and to the width of its characters. */
export const searchKey = (text: string) => text.normalize('NFKC').toLowerCase()
