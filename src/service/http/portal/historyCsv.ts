import type { HistoryEvent } from '../../../contract/history.ts'
import { csvLine } from '../csv.ts'

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
  Member: ({ details }) => details.member ?? '',
  Role: ({ details: { role, formerRole } }) => [formerRole, role].filter(Boolean).join(' > '),
  Changed: ({ details }) => details.changed?.join(', ') ?? '',
  Webhook: ({ details: { webhook, host } }) => (webhook === undefined ? '' : `${webhook} (${host})`),
}

export const historyHead = csvLine(Object.keys(columns))
export const historyLine = (event: HistoryEvent) => csvLine(Object.values(columns).map((cell) => cell(event)))
