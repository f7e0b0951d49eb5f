import { randomUUID } from 'node:crypto'
import {
  type Webhook,
  type WebhookDelivery,
  type WebhookPlan,
  type WebhookWithSecret,
  webhookLimit,
} from '../../../contract/webhooks.ts'
import { found, ProblemError } from '../../problems.ts'
import { addressIn, isPublic } from '../../publicAddresses.ts'
import type { Actor } from '../../publishing/actor.ts'
import { event } from '../../publishing/transition.ts'
import type { Sealing } from '../../sealing.ts'
import { type Change, change } from '../../store/changes.ts'
import type { Database } from '../../store/database.ts'
import { deliveryStore, enqueueAgain, enqueueTest, toDelivery } from '../../store/deliveries.ts'
import { recordEvents } from '../../store/history.ts'
import {
  deleteWebhook,
  disableWebhook,
  enableWebhook,
  insertWebhook,
  replaceSecret,
  toWebhook,
  updateWebhook,
  type WebhookRecord,
  webhookStore,
} from '../../store/webhooks.ts'
import { newWebhookSecret } from './sign.ts'
import { subjectOf } from './subject.ts'

export type WebhookDeps = {
  /** Absent where secrets cannot be kept. */
  sealing?: Sealing | undefined
  /** Addresses of private networks and http:// are allowed. */
  privateAddresses: boolean
}

type Deps = WebhookDeps & { db: Database; now: () => Date }

/** What owners do with the webhooks of one publisher; each act is an event in History. */
export function webhooksOf({ db, now, sealing, privateAddresses }: Deps, publisherId: string, actor: Actor) {
  const read = async (open: Change, id: string) =>
    found(await webhookStore(open.tx).one(publisherId, id), `Webhook ${id}`)
  const tell = (open: Change, type: Told, plan: Pick<WebhookRecord, 'name' | 'address'>) =>
    recordEvents(open, {}, [event(type, actor, now(), subjectOf(plan))])
  const secretFor = (id: string) => {
    if (!sealing)
      throw new ProblemError('ActionNotAllowed', 'The operator of this dashboard has to set WEBHOOK_KEY first.')
    const secret = newWebhookSecret()
    return { secret, sealed: sealing.seal(secret, id) }
  }
  const answered = async (open: Change, id: string): Promise<Webhook> => toWebhook(await read(open, id), now())

  return {
    async add(plan: WebhookPlan): Promise<WebhookWithSecret> {
      checkAddress(plan.address, privateAddresses)
      const id = randomUUID()
      const { secret, sealed } = secretFor(id)
      return change(db, publisherId, async (open) => {
        if ((await webhookStore(open.tx).list(publisherId)).length >= webhookLimit)
          throw new ProblemError('ActionNotAllowed', `A publisher has at most ${webhookLimit} webhooks.`)
        await tell(open, 'WebhookAdded', plan)
        await insertWebhook(open, { id, plan, secret: sealed }, now())
        return { ...(await answered(open, id)), secret }
      })
    },

    change(id: string, plan: WebhookPlan): Promise<Webhook> {
      checkAddress(plan.address, privateAddresses)
      return change(db, publisherId, async (open) => {
        const before = await read(open, id)
        const wasEnabled = before.disabled_time === null
        await updateWebhook(open, before, plan)
        if (isAnother(before, plan)) await tell(open, 'WebhookChanged', plan)
        if (wasEnabled && !plan.enabled) {
          await disableWebhook(open, before, 'person', now())
          await tell(open, 'WebhookDisabled', plan)
        }
        if (!wasEnabled && plan.enabled) {
          await enableWebhook(open, before)
          await tell(open, 'WebhookEnabled', plan)
        }
        return answered(open, id)
      })
    },

    replaceSecret(id: string): Promise<WebhookWithSecret> {
      const { secret, sealed } = secretFor(id)
      return change(db, publisherId, async (open) => {
        const before = await read(open, id)
        await replaceSecret(open, before, sealed, now())
        await tell(open, 'WebhookSecretReplaced', before)
        return { ...(await answered(open, id)), secret }
      })
    },

    remove: (id: string): Promise<void> =>
      change(db, publisherId, async (open) => {
        const before = await read(open, id)
        await deleteWebhook(open, before)
        await tell(open, 'WebhookDeleted', before)
      }),

    test: (id: string): Promise<WebhookDelivery> =>
      change(db, publisherId, async (open) => {
        const delivery = await enqueueTest(open, await read(open, id), now())
        return toDelivery(found(await deliveryStore(open.tx).one(id, delivery), 'The delivery'))
      }),

    resend: (id: string, deliveryId: number): Promise<WebhookDelivery> =>
      change(db, publisherId, async (open) => {
        await read(open, id)
        const deliveries = deliveryStore(open.tx)
        const delivery = found(await deliveries.one(id, deliveryId), `Delivery ${deliveryId}`)
        await enqueueAgain(open, delivery, now())
        return toDelivery(found(await deliveries.one(id, deliveryId), 'The delivery'))
      }),
  }
}

type Told =
  | 'WebhookAdded'
  | 'WebhookChanged'
  | 'WebhookDisabled'
  | 'WebhookEnabled'
  | 'WebhookSecretReplaced'
  | 'WebhookDeleted'

const isAnother = ({ name, address, types }: WebhookRecord, plan: WebhookPlan) =>
  name !== plan.name || address !== plan.address || types !== (plan.types ? JSON.stringify(plan.types) : null)

/** What can be seen in the address itself; where its name leads is checked at each attempt. */
function checkAddress(address: string, privateAddresses: boolean) {
  const url = new URL(address)
  const host = addressIn(url)
  const fault = (code: string, message: string) =>
    new ProblemError('InvalidInput', message, [{ code, message, target: 'address' }])
  if (!(url.protocol === 'https:' || (privateAddresses && url.protocol === 'http:')))
    throw fault('webhookNotHttps', 'The address must begin with https://.')
  if (url.username || url.password || url.hash)
    throw fault('webhookAddressParts', 'The address must have neither user, password nor fragment.')
  if (!privateAddresses && ((host && !isPublic(host)) || /(^|\.)localhost\.?$/i.test(url.hostname)))
    throw fault('webhookPrivate', 'The address leads to a private network.')
}
