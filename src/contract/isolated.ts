/** Letters that are written from right to left, and marks that change the direction of a text. */
const directional =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const [open, close] = ['\u2068', '\u2069']

/**
 * A text from outside as part of a sentence: its direction is its own, and the sentence keeps its order. Marks in the text
 * that would end the isolation early, or never, get their counterparts.
 */
export function isolated(text: string): string {
  if (!directional.test(text)) return text
  let opened = 0
  let closedTooOften = 0
  for (const [mark] of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== close) opened++
    else if (opened > 0) opened--
    else closedTooOften++
  }
  return open.repeat(1 + closedTooOften) + text + close.repeat(1 + opened)
}
