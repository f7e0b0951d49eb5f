import type { SeenRow } from './answers.ts'

/** A push that this dashboard asked for, as far as it is known. */
export type Push = {
  kind: 'publish' | 'goLive' | 'stopSelling'
  /** The numbers of the rows that were listed just before: a publish makes another. */
  known: readonly string[]
  /** The row that goes live or stops selling. */
  n?: string
  /** The row that is known to show it. */
  row?: string
  /** How its job ended; absent while it runs or the end is unknown. */
  result?: 'succeeded' | 'failed' | 'cancelled'
  /** When its end was seen, in milliseconds: a row that was created later is not its own. */
  over?: number
  /** Whether a row may still appear: the list of submissions lags by minutes. */
  patience: boolean
}

export type Phase = 'preview' | 'goingLive'

/** The status of an offer according to its rows. `row` is the one that decides it. */
export type Picture =
  | { indicator: 'none'; settled?: SeenRow }
  | { indicator: 'inProgress' | 'failed'; phase: Phase; row?: SeenRow; settled?: SeenRow }
  | { indicator: 'awaitingSignoff'; row: SeenRow; settled?: SeenRow }
  | { indicator: 'live' | 'delisted'; row: SeenRow; settled: SeenRow }
  | { indicator: 'canceled'; settled?: SeenRow }

const targets = ['preview', 'live']
const statuses = ['notStarted', 'running', 'completed']
const results = ['pending', 'succeeded', 'failed']

const isOver = ({ status }: SeenRow) => status === 'completed'
const succeeded = (row: SeenRow) => isOver(row) && row.result === 'succeeded'
const failed = (row: SeenRow) => isOver(row) && row.result === 'failed'

/** Undefined when a word is unknown: the last known status stays. */
export function classify(listed: readonly SeenRow[], push?: Push): Picture | undefined {
  const rows = listed.filter(({ target }) => targets.includes(target))
  if (rows.some(({ status, result }) => !statuses.includes(status) || !results.includes(result))) return undefined
  const own = push && rowOf(push, rows)
  // A canceled submission may be listed as failed.
  const valid = push?.result === 'cancelled' && own && failed(own) ? rows.filter((row) => row !== own) : rows

  const live = valid.filter(({ target }) => target === 'live')
  const settled = newest(live.filter(succeeded))
  const preview = newest(valid.filter(({ target, n }) => target === 'preview' && live.every((row) => row.n !== n)))
  const begun = newest(live.filter((row) => !isOver(row)))
  const last = newest([...(preview ? [preview] : []), ...live])
  const also = settled && { settled }

  if (push && !own && push.patience && (!push.result || push.result === 'succeeded') && push.kind !== 'stopSelling')
    return { indicator: 'inProgress', phase: phaseOf(push), ...also }
  if (begun) return { indicator: 'inProgress', phase: 'goingLive', row: begun, ...also }
  if (preview && !isOver(preview)) return { indicator: 'inProgress', phase: 'preview', row: preview, ...also }
  if (push?.result === 'failed' && !own && push.kind !== 'stopSelling')
    return { indicator: 'failed', phase: phaseOf(push), ...also }
  if (last && failed(last))
    return { indicator: 'failed', phase: last.target === 'live' ? 'goingLive' : 'preview', row: last, ...also }
  if (preview) return { indicator: 'awaitingSignoff', row: preview, ...also }
  if (push?.result === 'cancelled' && push.kind === 'publish' && valid.every(({ n }) => push.known.includes(n)))
    return { indicator: 'canceled', ...also }
  if (settled?.lifecycleState === 'deprecated') return { indicator: 'delisted', row: settled, settled }
  return settled ? { indicator: 'live', row: settled, settled } : { indicator: 'none' }
}

const phaseOf = ({ kind }: Push): Phase => (kind === 'publish' ? 'preview' : 'goingLive')

/** The row that shows the push: a new one, or the one that was sent live. */
export function rowOf({ kind, known, n, row, over }: Push, rows: readonly SeenRow[]): SeenRow | undefined {
  const fitting = kind === 'publish' ? rows : rows.filter(({ target }) => target === 'live')
  return newest(
    fitting.filter((one) =>
      row ? one.n === row : one.n === n || (!known.includes(one.n) && !(over && Date.parse(one.created ?? '') > over)),
    ),
  )
}

/** By creation time; by number where a time is missing or equal. */
function newest(rows: readonly SeenRow[]): SeenRow | undefined {
  return rows.reduce<SeenRow | undefined>((last, row) => (last && isNewer(last, row) ? last : row), undefined)
}

function isNewer(one: SeenRow, other: SeenRow) {
  const [time, otherTime] = [one, other].map(({ created = '' }) => Date.parse(created))
  if (time !== otherTime && time && otherTime) return time > otherTime
  return /^\d+$/.test(one.n) && /^\d+$/.test(other.n) && BigInt(one.n) > BigInt(other.n)
}
