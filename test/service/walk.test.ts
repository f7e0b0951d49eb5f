// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOperations } from '../../src/contract/api/all.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

/**
 * Who may do what. `open`: everyone. `own`: every account, about itself and its publishers. `person`: a person in a
 * browser, and no tool. `look`: every role at the publisher. `write`: every role there except reader. `owner`: owners only.
 * `operator`: the operator of the marketplace.
 */
const doors = {
  open: { nobody: 'in', owner: 'in', contributor: 'in', reader: 'in', stranger: 'in', operator: 'in' },
  own: { nobody: 401, owner: 'in', contributor: 'in', reader: 'in', stranger: 'in', operator: 'in' },
  person: { nobody: 401, owner: 403, contributor: 403, reader: 403, stranger: 403, operator: 403 },
  look: { nobody: 401, owner: 'in', contributor: 'in', reader: 'in', stranger: 404, operator: 404 },
  write: { nobody: 401, owner: 'in', contributor: 'in', reader: 403, stranger: 404, operator: 404 },
  owner: { nobody: 401, owner: 'in', contributor: 403, reader: 403, stranger: 404, operator: 404 },
  operator: { nobody: 401, owner: 403, contributor: 403, reader: 403, stranger: 403, operator: 'in' },
} as const

const people = {
  nobody: undefined,
  owner: 'avery',
  contributor: 'camille',
  reader: 'minjun',
  stranger: 'noor',
  operator: 'operator',
} as const
type Who = keyof typeof people

/** A new operation needs its row here. */
const rows: Record<string, keyof typeof doors> = {
  getApiDescription: 'open',
  isAlive: 'open',
  isReady: 'open',
  getSession: 'own',
  switchAccount: 'own',
  listAllOffers: 'own',
  listApprovals: 'own',
  downloadAllOffers: 'own',
  downloadApprovals: 'own',
  listViews: 'own',
  saveView: 'own',
  removeView: 'own',
  listHistory: 'own',
  downloadHistory: 'own',
  listNotifications: 'own',
  getNews: 'own',
  markAllSeen: 'own',
  markNotificationsRead: 'own',
  listSessions: 'own',
  listTokens: 'own',
  listPublishers: 'own',
  listOfferTypes: 'own',
  getOfferType: 'own',
  getUsualTimes: 'own',
  endSession: 'person',
  signOut: 'person',
  createToken: 'person',
  revokeToken: 'person',
  listMembers: 'look',
  getPublisherProfile: 'look',
  changePublisherProfile: 'owner',
  changeMemberRole: 'person',
  removeMember: 'person',
  invite: 'person',
  sendInvitationAgain: 'person',
  withdrawInvitation: 'person',
  listOffers: 'look',
  getOffer: 'look',
  getOfferVersion: 'look',
  getOfferInSlot: 'look',
  getOfferStatus: 'look',
  listSubmissions: 'look',
  getOperation: 'look',
  getOperationByName: 'look',
  getDraft: 'look',
  listAttempts: 'look',
  compareContent: 'look',
  markOfferSeen: 'look',
  watchOffer: 'look',
  checkBeforePublish: 'look',
  putOffer: 'write',
  createOffer: 'write',
  deleteOffer: 'write',
  sendTestLead: 'write',
  checkPictures: 'write',
  publishOffer: 'write',
  goLive: 'write',
  cancelPublish: 'write',
  scheduleGoLive: 'write',
  unscheduleGoLive: 'write',
  listWebhooks: 'owner',
  addWebhook: 'owner',
  changeWebhook: 'owner',
  deleteWebhook: 'owner',
  replaceWebhookSecret: 'owner',
  testWebhook: 'owner',
  listWebhookDeliveries: 'owner',
  resendWebhookDelivery: 'owner',
  listDecisions: 'operator',
  listEveryOffer: 'operator',
  approveStep: 'operator',
  rejectStep: 'operator',
  delistForPublisher: 'write',
  delistOffer: 'operator',
  relistOffer: 'operator',
  holdOffer: 'operator',
  releaseOffer: 'operator',
  cancelForPublisher: 'operator',
}

let service: Service
let known: Record<string, string>
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  const { publisherId, offerId } = await service.anOffer({ name: 'Server' })
  await service.publish({ publisherId, offerId })
  await service.settle()
  known = {
    publisherId,
    offerId,
    version: '1',
    slot: 'Draft',
    name: `${publisherId}$${offerId}$1$preview`,
    operationId: (await toolOf(service).statusOf(offerId)).operationId,
    offerTypeId: 'microsoft-azure-virtualmachines',
    sessionId: 'none',
    tokenId: 'none',
    accountId: 'none',
    invitationId: 'none',
    ...(await aWebhook(publisherId)),
  }
})

/** With a delivery. */
async function aWebhook(publisherId: string) {
  const address = `/api/portal/publishers/${publisherId}/webhooks`
  const post = async (path: string, body: object) =>
    (await service.request(path, { method: 'POST', body: JSON.stringify(body) })).json()
  const { id } = await post(address, { name: 'Build', address: 'https://build.example/hook' })
  return { webhookId: id, deliveryId: String((await post(`${address}/${id}/test`, {})).id) }
}

afterAll(() => service.close())

test('every operation has its row, and every row its operation', () => {
  expect(Object.keys(rows).sort()).toEqual(apiOperations.map(({ id }) => id).sort())
})

describe.each(apiOperations.filter(({ id }) => rows[id]))('$id: $method $path', ({ id, method, path }) => {
  const expected = doors[rows[id]!]

  test.each(Object.entries(people))('for %s', async (who, person) => {
    const address = `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name]!))}?api-version=2017-10-31`
    const request = new Request(`http://localhost${address}`, {
      method: method.toUpperCase(),
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
        ...(person
          ? { authorization: `Bearer token-of-${person}` }
          : { 'sec-fetch-site': 'same-origin', cookie: 'session=guessed' }),
      },
      ...(method !== 'get' && { body: '{}' }),
    })
    // In local mode, asking for the session is what opens one.
    if (!person && /\/session$/.test(path)) return
    const { status } = await service.fetch(request)
    expect(status).toBeLessThan(500)
    expect([401, 403, 404].includes(status) ? status : 'in').toBe(expected[who as Who])
  })
})
