import type { RemoteOffer } from '../../store/remoteOffers.ts'
import type { RemotePush, remotePushStore } from '../../store/remotePushes.ts'
import type { SeenRow } from './answers.ts'
import { classify, type Picture, type Push, rowOf } from './classify.ts'
import type { partnerCenterClient } from './client.ts'
import { findingsOf, isCertificationFailure } from './errors.ts'
import { RefusedError } from './faults.ts'
import { patience } from './outcome.ts'
import type { Failure } from './steps.ts'
import { portalOf } from './types.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'rows' | 'job'>
type Pushes = Pick<ReturnType<typeof remotePushStore>, 'ofOffer' | 'learn'>
export type Look = { picture: Picture; pushes: RemotePush[]; failure: Failure; rows: SeenRow[] }

/** Reads an offer's rows and the job of its push that is under way; undefined when they hold an unknown word. */
export async function look(client: Client, pushes: Pushes, remote: RemoteOffer, now: Date): Promise<Look | undefined> {
  const address = { publisherId: remote.publisher_id, offerId: remote.offer_id }
  const rows = await client.rows(remote.product_guid)
  const [known] = await pushes.ofOffer(address)
  if (known && known.result !== 'refused' && !(known.over_time && known.row_n))
    await follow(client, pushes, known, rows, now)
  const all = await pushes.ofOffer(address)
  // A push that Partner Center refused or never received has no effect.
  const last = all.find(({ result }) => result !== 'refused')
  const picture = classify(settledWhileSelling(rows, last), last && toPush(last, now))
  if (!picture) return undefined
  return { picture, pushes: all, rows, failure: failureOf(remote, last, picture) }
}

const toPush = ({ kind, known, n, row_n, result, sent_time, over_time, job_id }: RemotePush, now: Date): Push => {
  const since = Date.parse(over_time ?? sent_time)
  const word = (['succeeded', 'failed', 'cancelled'] as const).find((one) => one === result)
  return {
    kind: kind === 'publish' || kind === 'goLive' ? kind : 'stopSelling',
    known: JSON.parse(known),
    ...(n && { n }),
    ...(row_n && { row: row_n }),
    ...(word && { result: word }),
    ...(over_time && { over: Date.parse(over_time) }),
    patience: (job_id !== null && !over_time) || now.getTime() < since + patience,
  }
}

/** Finds out what became of a push: its row, how its job ended, or that it never began. */
async function follow({ job }: Client, pushes: Pushes, push: RemotePush, rows: SeenRow[], now: Date) {
  const row = rowOf(toPush(push, now), rows)
  if (row && row.n !== push.row_n) await pushes.learn(push.key, { row_n: row.n })
  if (push.over_time) return
  const over_time = now.toISOString()
  const seen = push.job_id ? await job(push.job_id).catch(noJob) : undefined
  if (seen?.status === 'completed') {
    const errors = seen.errors.length > 0 ? JSON.stringify(kept(seen.errors)) : null
    await pushes.learn(push.key, { result: seen.result, errors, over_time })
  } else if (seen) return
  else if (row?.status === 'completed') await pushes.learn(push.key, { result: row.result, over_time })
  else if (!row && now.getTime() > Date.parse(push.sent_time) + patience)
    await pushes.learn(push.key, { result: 'refused', over_time })
}

/** When Partner Center no longer knows a job, its row decides. */
function noJob(error: unknown) {
  if (error instanceof RefusedError) return undefined
  throw error
}

/** The part of a job's errors that is shown; nothing else is stored. */
const kept = (errors: unknown[]) => ({
  findings: findingsOf(errors),
  rejected: isCertificationFailure(errors),
})

/** While an offer stops selling, its live row runs again; it is still live. */
const settledWhileSelling = (rows: SeenRow[], push: RemotePush | undefined): SeenRow[] =>
  push?.kind === 'stopSelling'
    ? rows.map((row) => (row.n === push.n && row.status !== 'completed' ? settled(row) : row))
    : rows
const settled = (row: SeenRow): SeenRow => ({ ...row, status: 'completed', result: 'succeeded' })

function failureOf(remote: RemoteOffer, push: RemotePush | undefined, picture: Picture): Failure {
  const portal = portalOf(remote.product_guid)
  const row = 'row' in picture ? picture.row : undefined
  const isOwn = picture.indicator === 'failed' && (!row || row.n === push?.row_n)
  if (!isOwn || !push?.errors) return { findings: [], rejected: false, portal }
  return { ...JSON.parse(push.errors), portal }
}

/** Whether Partner Center knows the product, but not by this API. */
export const isUnsupported = (error: unknown) => error instanceof RefusedError && /is not supported/.test(error.message)
