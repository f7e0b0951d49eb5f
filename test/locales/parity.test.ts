// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { borrowed } from './borrowed.ts'
import { type Locale, locales, namespacesOf, wordsOf } from './words.ts'

const plural = /_(?:zero|one|two|few|many|other)$/
const stemOf = (key: string) => key.replace(plural, '')
const blanks = (text: string) => [...new Set(text.match(/\{\{.*?\}\}|<\/?\w+>/g))].sort()
/** The words that remain to be translated without blanks, digits and signs. */
const letters = (text: string) => text.replace(/\{\{.*?\}\}|<\/?\w+>/g, '').match(/\p{L}+/gu) ?? []

const namespaces = namespacesOf('en-US')

test('every language has the same files', () => {
  expect(namespaces.length).toBeGreaterThan(0)
  for (const locale of locales) expect([locale, ...namespacesOf(locale)]).toEqual([locale, ...namespaces])
})

describe.each(locales)('%s', (locale) => {
  test.each(namespaces)(
    'has every text of %s that en-US has, with the same blanks and each of its plural forms (asked 16)',
    (namespace) => {
      const source = wordsOf('en-US', namespace)
      const words = wordsOf(locale, namespace)
      expect([...words.keys()].sort()).toEqual(wantedKeys([...source.keys()], locale))
      for (const [key, text] of words) {
        const english = source.get(key) ?? source.get(`${stemOf(key)}_other`)!
        expect(text.trim(), key).not.toBe('')
        expect(text, key).toBe(text.trim())
        expect(blanks(text), key).toEqual(blanks(english))
      }
    },
  )
})

describe.each(locales.filter((locale) => locale !== 'en-US'))('%s', (locale) => {
  test.each(namespaces)('translates every text of %s', (namespace) => {
    const source = wordsOf('en-US', namespace)
    const english = [...wordsOf(locale, namespace)].filter(
      ([key, text]) => text === source.get(key) && letters(text).length > 0 && !borrowed[locale].includes(text),
    )
    expect(english).toEqual([])
  })
})

/** The keys of en-US, with plural keys in each form that the language has. */
function wantedKeys(source: string[], locale: Locale) {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const counted = new Set(source.filter((key) => plural.test(key)).map(stemOf))
  const stems = new Set(source.map(stemOf))
  return [...stems].flatMap((stem) => (counted.has(stem) ? forms.map((form) => `${stem}_${form}`) : [stem])).sort()
}
