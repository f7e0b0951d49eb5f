import { offerSorts } from '../../../src/contract/offerList.ts'
import { type Ask, client, latency } from '../measure.ts'

const list = '/api/portal/offers'

/** The lists that are measured, by what a person would call them. */
const lists: [string, string][] = [
  ['as it opens', list],
  ...offerSorts.map((sort): [string, string] => [`by ${sort}`, `${list}?sort=${sort}`]),
  ['one status by name', `${list}?status=failed&sort=name`],
  ['one status of one type', `${list}?status=live&type=microsoft-azure-applications`],
  ['one type of one publisher', `${list}?type=microsoft-azure-applications&publisher=publisher-1`],
  ['what needs you', `${list}?attention=needsYou`],
  ['what is overdue', `${list}?attention=overdue`],
  ['page 15', `${list}?page=15`],
  ['page 900', `${list}?page=900`],
  ['a word in many names', `${list}?q=assessment`],
  ['… by name, where they stand together', `${list}?q=kafka&sort=-name`],
  ['… of one status', `${list}?q=assessment&status=failed`],
  ['two letters of many names', `${list}?q=co`],
  ['a word in few names', `${list}?q=kafka%201`],
  ['a word in no name', `${list}?q=zzz`],
  ['approvals', '/api/portal/approvals'],
  ['session', '/api/portal/session'],
]

export type Row = { name: string; p50: number; p99: number }

/** Each list as this account asks for it, after a change before every request. */
export async function measureLists(origin: string, account: string, change: () => Promise<unknown>): Promise<Row[]> {
  const ask = client(origin, account)
  const changed = async (request: Ask) => {
    await change()
    return ask(request)
  }
  const rows: Row[] = []
  for (const [name, path] of lists)
    rows.push({
      name,
      ...(await latency(
        changed,
        Array.from({ length: 110 }, () => ({ path })),
      )),
    })
  return rows
}
