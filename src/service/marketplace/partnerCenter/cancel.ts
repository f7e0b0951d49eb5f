import type { Refusal } from '../../../contract/status.ts'
import { ProblemError } from '../../problems.ts'
import { isRunning, isSignedOff, type Submission } from '../../publishing/submission.ts'
import type { RemoteOffer } from '../../store/remoteOffers.ts'
import type { RemotePush, remotePushStore } from '../../store/remotePushes.ts'
import type { By, PublishedFacts } from '../marketplace.ts'
import type { partnerCenterClient } from './client.ts'
import { RefusedError, UnclearError } from './faults.ts'
import { submissionOf } from './outcome.ts'
import { problemOf } from './problems.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'cancel' | 'cancelsRows' | 'cancelRow' | 'job' | 'rows'>
type Pushes = ReturnType<typeof remotePushStore>

/** The push that makes the preview of this submission, where this dashboard began it and knows its job. */
const pushOf = (pushes: readonly RemotePush[], { id }: Submission) =>
  pushes.find(({ submission_id, kind, job_id }) => submission_id === id && kind === 'publish' && job_id !== null)

/** Partner Center cancels until the preview is ready; without the older API, only what this dashboard began. */
export function cancelRefusal(
  { cancelsRows }: Pick<Client, 'cancelsRows'>,
  pushes: readonly RemotePush[],
  latest: Submission | undefined,
): Refusal | undefined {
  if (!latest || !isRunning(latest)) return 'notPublishing'
  if (isSignedOff(latest)) return 'goingLive'
  if (latest.state === 'waitingForPublisherReview') return 'previewReady'
  return cancelsRows || pushOf(pushes, latest) ? undefined : 'elsewhere'
}

/** Cancels a publish in Partner Center. It returns only when Partner Center has canceled it. */
export const canceler =
  (client: Client, pushes: Pushes) =>
  async ({ latest, offer, now }: PublishedFacts, remote: RemoteOffer, { actor, key }: By): Promise<void> => {
    const address = { publisherId: offer.publisher_id, offerId: offer.id }
    const intent = { ...address, key: `cancel ${key}`, kind: 'cancel' as const, actor: actor.name, known: [] }
    const all = await pushes.ofOffer(address)
    if ((await pushes.withKey(intent.key))?.result === 'cancelled') return
    try {
      const push = pushOf(all, latest)
      const n = push ? undefined : await runningRow(all, remote, latest)
      await pushes.begin({ ...intent, submissionId: latest.id, n }, now)
      await (push ? cancelJob(push.job_id!) : cancelRow(remote.product_guid, n!))
      if (push) await pushes.learn(push.key, { result: 'cancelled', over_time: now.toISOString() })
      await pushes.learn(intent.key, { result: 'cancelled' })
    } catch (error) {
      if (!(error instanceof UnclearError)) await pushes.learn(intent.key, { result: 'refused' })
      throw problemOf(error)
    }

    async function cancelJob(id: string) {
      const job = await client.cancel(id).catch(async (error) => {
        // An earlier call may have canceled the job, and its answer was lost.
        const known = error instanceof RefusedError ? await client.job(id).catch(() => undefined) : undefined
        if (known?.result === 'cancelled') return known
        throw error
      })
      if (job.status !== 'completed') throw new UnclearError('Partner Center has not canceled yet.')
      if (job.result !== 'cancelled')
        throw new ProblemError('ActionNotAllowed', 'Partner Center did not cancel, because the publish had ended.')
    }

    async function cancelRow(guid: string, n: string) {
      await client.cancelRow(guid, n).catch(async (error) => {
        // The same for a submission: one that is no longer listed is canceled.
        const rows = error instanceof RefusedError ? await client.rows(guid, { urgent: true }) : undefined
        if (!rows || rows.some((row) => row.n === n)) throw error
      })
    }

    async function runningRow(known: RemotePush[], { product_guid }: RemoteOffer, { id }: Submission) {
      const rows = await client.rows(product_guid, { urgent: true })
      const running = rows.filter(({ target, status }) => target === 'preview' && status !== 'completed')
      const row = running.find((one) => submissionOf(one, known, remote) === id)
      if (row) return row.n
      throw new ProblemError(
        'ActionNotAllowed',
        'Partner Center does not list this publish as running, so nothing was canceled. Its status is read again within minutes.',
      )
    }
  }
