import { ProblemError } from '../../problems.ts'
import type { Database } from '../../store/database.ts'
import { type RemoteOffer, remoteOfferStore } from '../../store/remoteOffers.ts'
import { type RemotePush, remotePushStore } from '../../store/remotePushes.ts'
import type { By, Facts } from '../marketplace.ts'
import type { SeenJob, SeenRow } from './answers.ts'
import type { partnerCenterClient } from './client.ts'
import { UnclearError } from './faults.ts'
import { problemOf } from './problems.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'rows'>
type Intent = {
  kind: 'publish' | 'goLive' | 'stopSelling'
  submissionId: string
  /** The row to send live, chosen from those listed just before. */
  row?: (rows: SeenRow[]) => SeenRow
  send: (n: string | undefined) => Promise<SeenJob>
}

/** Sends a push once: `clear` is whether Partner Center accepted it for certain. */
export const pusher = (db: Database, client: Client) => {
  const pushes = remotePushStore(db)
  const offers = remoteOfferStore(db)

  return async (
    { offer, now }: Facts,
    remote: RemoteOffer,
    { actor, key }: By,
    { kind, submissionId, row, send }: Intent,
  ): Promise<{ push: RemotePush; clear: boolean }> => {
    const address = { publisherId: offer.publisher_id, offerId: offer.id }
    const earlier = await pushes.withKey(key)
    if (earlier && earlier.result !== 'refused') return { push: earlier, clear: earlier.job_id !== null }
    const rows = await client
      .rows(remote.product_guid, { urgent: true })
      .catch((error) => Promise.reject(problemOf(error)))
    if (rows.some(({ status }) => status !== 'completed')) {
      await offers.hasten(address, now)
      throw busy
    }
    const n = row?.(rows).n
    const intent = { ...address, key, kind, actor: actor.name, submissionId, n, known: rows.map((one) => one.n) }
    if (!(await pushes.begin(intent, now))) throw busy
    await offers.hasten(address, now)
    const clear = await answered(send(n), key, now)
    return { push: (await pushes.withKey(key))!, clear }
  }

  /** Keeps what the call answered before anything else can go wrong. */
  async function answered(call: Promise<SeenJob>, key: string, now: Date): Promise<boolean> {
    try {
      await pushes.learn(key, { job_id: (await call).id })
      return true
    } catch (error) {
      if (error instanceof UnclearError) return false
      await pushes.learn(key, { result: 'refused', over_time: now.toISOString() })
      throw problemOf(error)
    }
  }
}

const busy = new ProblemError('SubmissionRunning', 'Partner Center is publishing the offer already.')
