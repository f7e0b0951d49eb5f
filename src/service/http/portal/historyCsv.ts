import type { HistoryEvent } from '../../../contract/history.ts'

/**
 * Spreadsheets read a cell that begins like this as a formula; an apostrophe before it makes it text. Where the locale
 * separates cells by another sign, a cell begins inside our quotes too.
 */
const formula = /^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;,\t\r\n]["'\s]*)(?=[=+\-@＝＋－＠])/g

/** RFC 4180, every cell in quotes. */
const line = (cells: readonly string[]) =>
  `${cells.map((cell) => `"${cell.replace(formula, "'").replaceAll('"', '""')}"`).join(',')}\r\n`

const columns: Record<string, (event: HistoryEvent) => string> = {
  'Event type': ({ type }) => type,
  'Date and time': ({ time }) => time,
  'Offer name': ({ offerName }) => offerName,
  'Offer ID': ({ offerId }) => offerId,
  Publisher: ({ publisherName }) => publisherName,
  'Publisher ID': ({ publisherId }) => publisherId,
  User: ({ actor }) => actor,
  Version: ({ details }) => String(details.version ?? ''),
  Step: ({ details }) => details.step ?? '',
  Reason: ({ details }) => details.reason ?? '',
  Findings: ({ details: { codes = [], issues = [], reviewIssues } }) =>
    [...codes, ...(reviewIssues?.map(({ title, link }) => `${title} (${link})`) ?? issues)].join('; '),
}

/** Begins with a byte order mark, by which spreadsheets recognize UTF-8. */
export const csvHead = `\u{FEFF}${line(Object.keys(columns))}`
export const csvLine = (event: HistoryEvent) => line(Object.values(columns).map((cell) => cell(event)))
