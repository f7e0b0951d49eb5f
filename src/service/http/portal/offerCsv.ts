import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type listWords from '../../../../locales/en-US/lists.json'
import type offerWords from '../../../../locales/en-US/offers.json'
import { type Language, languages } from '../../../contract/languages.ts'
import { currentAction, type OfferRow } from '../../../contract/offerList.ts'
import { filled, mailLanguage } from '../../outbox/mail/words.ts'
import { csvLine } from '../csv.ts'

type Words = { lists: typeof listWords; offers: typeof offerWords }

const read = (language: Language, name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../locales', language, `${name}.json`), 'utf8'))

const wordsOf = new Map<Language, Words>(
  languages.map((language) => [language, { lists: read(language, 'lists'), offers: read(language, 'offers') }]),
)

/** What spreadsheets expect where a comma is the decimal sign. */
const separators: Partial<Record<Language, string>> = { 'fr-FR': ';' }

const lookUp = (words: Record<string, string>, key: string, own: string) => words[key] ?? own

/** The lines of a file of offers, with headings and words in a language. */
export async function* offerLines(pages: AsyncIterable<OfferRow[]>, language: Language, now: Date) {
  const { lists, offers } = wordsOf.get(language)!
  const { words: shared } = mailLanguage(language)
  const { column, file } = { column: offers.column, file: lists.file }
  const cells: [heading: string, cell: (offer: OfferRow) => string | number | undefined][] = [
    [column.name, ({ name }) => name],
    [offers.offer.id, ({ offerId }) => offerId],
    [column.offerType, ({ offerTypeId }) => lookUp(offers.type, offerTypeId, offerTypeId)],
    [column.publisher, ({ publisherName }) => publisherName],
    [
      column.status,
      ({ indicator }) =>
        indicator === 'none' ? offers.neverPublished : lookUp(offers.indicator, indicator, indicator),
    ],
    [file.step, ({ step }) => step && lookUp(shared.steps, step.code, step.stepName)],
    [file.stepNumber, ({ step }) => step?.number],
    [file.stepCount, ({ step }) => step?.count],
    [file.estimate, ({ step }) => step?.estimatedTimeFrame],
    [
      column.waiting,
      (offer) => (currentAction(offer) === 'none' ? '' : (offer.step?.endedTime ?? offer.step?.startedTime)),
    ],
    [
      file.overdueSince,
      ({ step }) => (step?.overdueTime && Date.parse(step.overdueTime) <= now.getTime() ? step.overdueTime : ''),
    ],
    [
      column.reason,
      ({ reason }) => reason && (filled(shared.messages[reason.code], reason.values ?? {}) ?? reason.code),
    ],
    [file.liveVersion, ({ liveVersion }) => liveVersion],
    [column.changed, ({ changedTime }) => changedTime],
  ]
  const line = (values: readonly (string | number | undefined)[]) =>
    csvLine(
      values.map((value) => String(value ?? '')),
      separators[language],
    )
  yield line(cells.map(([heading]) => heading))
  for await (const page of pages) yield page.map((offer) => line(cells.map(([, cell]) => cell(offer)))).join('')
}
