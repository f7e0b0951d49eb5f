import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { steadyClock } from './clock.ts'
import { addOffers } from './demo/offers.ts'
import { addPeople, demoOwner } from './demo/people.ts'
import type { Deps } from './http/deps.ts'
import { rateLimit } from './http/rateLimit.ts'
import { openSignIn } from './http/signIn/open.ts'
import { eitherMarketplace } from './marketplace/either.ts'
import type { Marketplace } from './marketplace/marketplace.ts'
import { openPartnerCenter } from './marketplace/partnerCenter/open.ts'
import { unconnectedPartnerCenter } from './marketplace/partnerCenter/unconnected.ts'
import { simulatedMarketplace } from './marketplace/simulated/behaviour.ts'
import { simulatedOperator } from './marketplace/simulated/operator.ts'
import { watchedMarketplace } from './marketplace/watched.ts'
import { follower } from './offers/follow.ts'
import { scheduleKeeper } from './offers/keepSchedule.ts'
import { mailSender } from './outbox/mail/sender.ts'
import { defaultSender, smtp } from './outbox/mail/smtp.ts'
import { webhookSenders } from './outbox/webhooks/sender.ts'
import { pictureReader } from './pictures/reader.ts'
import { sealing } from './sealing.ts'
import { type Settings, usable } from './settings.ts'
import { readBacklog } from './store/backlog.ts'
import { forgetOld } from './store/forget.ts'
import { openStore } from './store/open.ts'
import { isBusy, UnavailableError } from './store/unavailable.ts'
import { localTokens, webhookKeyIn } from './tokens.ts'
import type { Watch } from './watch.ts'
import { startLanes, startWorker } from './worker.ts'

/** Milliseconds between two runs of each worker. */
const lookInterval = 500
const mailInterval = 2_000
const webhookInterval = 2_000
/** How many webhooks are called at the same time. */
const webhookLanes = 4
const forgetInterval = 3_600_000
const discoverInterval = 1_800_000

/** In local mode a session ends nobody's work: the browser gets a new one by itself. */
const localLife = { idle: 90 * 86_400_000, absolute: 90 * 86_400_000 }

/** Opens the database, fills an empty one, and starts the workers; `close` stops everything without losing data. */
export async function openService(settings: Settings, log: (error: Error) => void, watch: Watch = {}) {
  const now = steadyClock(Date.now, () => performance.now())
  const { DATA_DIR, DATABASE_URL } = settings
  const home = (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  const signIn = await openSignIn(settings, home)
  const sessionLife = signIn
    ? { idle: settings.SESSION_IDLE_MINUTES * 60_000, absolute: settings.SESSION_HOURS * 3_600_000 }
    : localLife
  const tokens = await usable('DATA_DIR', DATA_DIR, (directory) => localTokens(directory, !signIn))
  const open = (place: string) => openFilled(place, settings, now(), watch)
  const store = DATABASE_URL
    ? await usable('DATABASE_URL', DATABASE_URL, open)
    : await usable('DATA_DIR', DATA_DIR, (directory) => open(join(directory, 'dashboard.db')))
  const pace = settings.MARKETPLACE_PACE
  const simulated = watchedMarketplace('simulated', simulatedMarketplace({ db: store.db, pace }), watch)
  const remote = await openPartnerCenter({ settings, db: store.db, now, log }).catch(async (error) => {
    await store.close()
    throw error
  })
  const partnerCenter = remote && watchedMarketplace('partnerCenter', remote.marketplace, watch)
  const marketplace = eitherMarketplace(simulated, partnerCenter ?? unconnectedPartnerCenter(store.db))
  const offerDeps = { db: store.db, now, marketplace }
  const follow = (one: Marketplace) => follower({ ...offerDeps, marketplace: one, log, atOnce: one === simulated })
  const stopWorker = startWorker(follow(simulated), Math.min(lookInterval, pace * 250), log)
  const stopSchedule = startWorker(scheduleKeeper({ ...offerDeps, log }), lookInterval, log)
  const stopRemote = partnerCenter && startWorker(follow(partnerCenter), lookInterval, log)
  const stopDiscovery = remote && startWorker(remote.discover, discoverInterval, log)
  const stopForgetting = startWorker(() => forgetOld(store.db, now(), sessionLife), forgetInterval, log)
  const send =
    settings.SMTP_URL === undefined
      ? undefined
      : smtp(settings.SMTP_URL, settings.MAIL_FROM ?? defaultSender(settings.SMTP_URL, home))
  const stopMail = send && startWorker(mailSender({ db: store.db, now, home, send, log }), mailInterval, log)
  const webhooks = await webhooksOf(settings)
  const stopWebhooks =
    webhooks.sealing &&
    startLanes(
      webhookSenders({ db: store.db, now, home, log, ...webhooks, sealing: webhooks.sealing }, webhookLanes),
      webhookInterval,
      log,
    )
  let isStopping = false
  const deps: Deps = {
    ...offerDeps,
    stamp: store.stamp,
    marks: store.marks,
    databaseId: store.databaseId,
    writable: store.writable,
    operator: simulatedOperator({ ...offerDeps, pace }),
    tokens,
    demoAccount: signIn ? undefined : demoOwner,
    signIn,
    sessionLife,
    limits: {
      writes: rateLimit(settings.WRITES_PER_MINUTE, now),
      entries: rateLimit(settings.SIGN_INS_PER_MINUTE, now),
    },
    proxies: settings.TRUST_PROXY,
    hosts: ['localhost', '127.0.0.1', '[::1]', new URL(home).hostname],
    log,
    readPicture: pictureReader(),
    watch,
    stopping: () => isStopping,
    mail: { home, sends: Boolean(send) },
    webhooks,
    support: settings.SUPPORT_URL,
    simulated: !remote,
  }
  return {
    deps,
    readings: {
      backlog: () => readBacklog(store.db, now()),
      ready: async () => {
        await store.stamp()
        await store.writable()
      },
      connections: store.connections,
    },
    /** From now on `/readyz` says no, while requests are still answered. */
    announceStop: () => {
      isStopping = true
    },
    close: async () => {
      // Do not wait for a mail server or a webhook that does not answer: the next start sends it again.
      const outboxStopped = Promise.race([
        Promise.all([stopMail?.(), stopWebhooks?.()]),
        setTimeout(1_000, undefined, { ref: false }),
      ])
      await Promise.all([
        stopWorker(),
        stopSchedule(),
        stopRemote?.(),
        stopDiscovery?.(),
        stopForgetting(),
        outboxStopped,
      ])
      await store.close()
    },
  }
}

/** Replicas must share the key, so a directory of one machine is no place for it when they share a database. */
async function webhooksOf({ DATA_DIR, DATABASE_URL, WEBHOOK_PRIVATE_ADDRESSES, ...settings }: Settings) {
  const file = settings.WEBHOOK_KEY_FILE
  const key =
    settings.WEBHOOK_KEY ??
    (file && (await usable('WEBHOOK_KEY_FILE', file, (path) => readFile(path, 'utf8'))).trim()) ??
    (DATABASE_URL ? undefined : await usable('DATA_DIR', DATA_DIR, webhookKeyIn))
  return { sealing: key ? sealing(key) : undefined, privateAddresses: WEBHOOK_PRIVATE_ADDRESSES === '1' }
}

/** Replicas that start together on an empty database wait for the one that fills it; each try waits some seconds by itself. */
async function inPatience(fill: () => Promise<unknown>, tries = 12): Promise<void> {
  try {
    await fill()
  } catch (error) {
    if (tries === 1 || !(error instanceof UnavailableError && error.message === isBusy)) throw error
    await inPatience(fill, tries - 1)
  }
}

async function openFilled(place: string, settings: Settings, now: Date, { queried }: Watch) {
  const remote = settings.PARTNER_CENTER_TENANT_ID ? settings.PARTNER_CENTER_PUBLISHER : undefined
  const store = await openStore(place, queried)
  try {
    const isLocal = !settings.OIDC_ISSUER
    const hasDemo = (settings.DEMO ?? (remote || !isLocal ? '0' : '1')) === '1'
    await inPatience(() => addPeople(store.db, now, { remote, isLocal, hasDemo }))
    if (hasDemo) await inPatience(() => addOffers(store.db, now))
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
