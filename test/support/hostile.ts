import { readFileSync } from 'node:fs'
import fc from 'fast-check'

/** By what they are; a file of JSON, because some are no well-formed text. */
const published: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../fixtures/hostile.json', import.meta.url), 'utf8'),
)

const elements = [
  'svg',
  'math',
  'mtext',
  'mglyph',
  'foreignObject',
  'style',
  'title',
  'table',
  'td',
  'form',
  'noscript',
  'p',
  'a',
  'template',
  'textarea',
  'select',
]
const inside = fc.constantFrom(
  ...['scripts', 'svgAndMath', 'mutations'].flatMap((kind) => published[kind]!),
  '<!--',
  ']]>',
  '-->',
  '"',
  "'",
)
const tag = fc.tuple(
  fc.constantFrom(...elements),
  fc.constantFrom('', ' id=x', ' title="', " title='", ' href=javascript:alert(1)', '/'),
)

/** Elements inside each other, some never closed, around what is published. */
const nesting = fc
  .tuple(fc.array(tag, { minLength: 2, maxLength: 7 }), inside, fc.boolean())
  .map(([tags, text, isClosed]) => {
    const opened = tags.map(([name, more]) => `<${name}${more}>`).join('')
    return opened + text + (isClosed ? tags.map(([name]) => `</${name}>`).join('') : '')
  })

/** Texts that attack pages, mails, spreadsheets, logs or the eye: each is shown to the letter, and nothing else happens. */
export const hostileTexts: readonly string[] = [
  ...new Set([...Object.values(published).flat(), ...fc.sample(nesting, { numRuns: 150, seed: 9 })]),
]
