import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type mailWords from '../../../../locales/en-US/mail.json'
import { isolated } from '../../../contract/isolated.ts'
import { type Language, languages } from '../../../contract/languages.ts'

type Values = Record<string, string>
type Words = {
  /** The portal's name. */
  app: string
  roles: Values
  mail: typeof mailWords
  /** By code; other services may send unknown codes. */
  messages: Values
  steps: Values
  fields: Values
}

const read = (language: Language, name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../locales', language, `${name}.json`), 'utf8'))

const wordsOf = new Map<Language, Words>(
  languages.map((language) => [
    language,
    {
      app: read(language, 'common').app,
      roles: read(language, 'common').role,
      mail: read(language, 'mail'),
      messages: read(language, 'messages'),
      steps: read(language, 'steps'),
      fields: read(language, 'fields'),
    },
  ]),
)

/** The words of mails in a language. */
export const mailLanguage = (name: string): { language: Language; words: Words } => {
  const language = languages.find((one) => one === name) ?? 'en-US'
  return { language, words: wordsOf.get(language)! }
}

/** `text` with its {{blanks}} filled; undefined when one of them has no value. */
export function filled(text: string | undefined, values: Values): string | undefined {
  const blanks = text?.match(/(?<=\{\{)\w+(?=\}\})/g) ?? []
  if (!blanks.every((blank) => blank in values)) return undefined
  return text?.replace(/\{\{(\w+)\}\}/g, (_, blank: string) => isolated(oneLine(values[blank]!)))
}

/** Text from people stays on one line and cannot reverse the text after it. */
export const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
