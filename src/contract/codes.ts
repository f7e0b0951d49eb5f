import * as z from 'zod/mini'

/**
 * A code that other services write in another case (`InProgress`): a known one is read as this service writes it, any
 * other stays as it is.
 */
export function code(...known: string[]) {
  const spellings = new Map(known.map((word) => [word.toLowerCase(), word]))
  return z.string().check(z.overwrite((text) => spellings.get(text.toLowerCase()) ?? text))
}
