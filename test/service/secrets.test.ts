// @vitest-environment node
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiOperations } from '../../src/contract/api/all.ts'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const lead = 'microsoft-azure-marketplace'
const connection =
  'DefaultEndpointsProtocol=https;AccountName=leads;AccountKey=T0pS3cr3t==;EndpointSuffix=core.windows.net'

/** Every kind of secret that an offer can contain, each with its own text to search for. */
const secrets: Record<string, unknown> = {
  [`${lead}.tableLeadConfiguration`]: { connectionString: connection },
  [`${lead}.blobLeadConfiguration`]: { connectionString: connection, containerName: 'leads' },
  [`${lead}.crmLeadConfiguration`]: {
    organizationUrl: 'https://contoso.crm.dynamics.com',
    userName: 'leads',
    password: 'T0pS3cr3t-crm',
  },
  [`${lead}.salesForceLeadConfiguration`]: { organizationId: '00D', oid: '00D', clientSecret: 'T0pS3cr3t-salesforce' },
  [`${lead}.httpsEndpointLeadConfiguration`]: { httpsEndpointUrl: 'https://leads.contoso.com/in?sig=T0pS3cr3t-https' },
  [`${lead}.marketoLeadConfiguration`]: { serverId: 'x', munchkinId: 'y', apiKey: 'T0pS3cr3t-marketo' },
}
const secret = /T0pS3cr3t/

const withSecrets = (definition: Definition): Definition => ({
  ...definition,
  offer: { ...definition.offer, ...secrets },
  plans: definition.plans.map((plan) => ({
    ...plan,
    'microsoft-azure-virtualmachines.vmImages': {
      '1.0.0': {
        osVhdUrl:
          'https://contoso.blob.core.windows.net/vhds/a.vhd?sv=2017-04-17&sp=rl&st=2018-06-01T00:00:00Z&sig=T0pS3cr3t-sas',
      },
    },
  })),
})

let service: Service
let tool: ReturnType<typeof toolOf>
const log: Error[] = []
beforeEach(async () => {
  log.length = 0
  service = await startService({
    at: '2026-03-02T09:00:00.000Z',
    deps: () => ({ log: (error) => void log.push(error) }),
  })
  tool = toolOf(service)
})
afterEach(() => service.close())

const people = ['avery', 'minjun', 'operator'] as const
const keep = { headers: { 'if-match': '*' } }

/** Everything that can be read about any offer. */
async function allThatIsSaid(offerIds: string[]) {
  const said: string[] = []
  for (const offerId of offerIds)
    for (const as of people) {
      const { operationId = '' } = (await tool.get(`/${offerId}/status`)).json
      for (const { method, path } of apiOperations)
        if (method === 'get' && (offerId === offerIds[0] || /\{offerId\}/.test(path))) {
          const known: Record<string, string> = {
            publisherId: 'contoso',
            offerId,
            version: '1',
            slot: 'Preview',
            operationId,
            name: `contoso$${offerId}$1$preview`,
          }
          const { text } = await tool.get(
            path.replaceAll(/\{(\w+)\}/g, (_, name) => known[name]!),
            { as },
          )
          said.push(`${as} ${path}: ${text}`)
        }
    }
  return said
}

test('no answer, history event, mail or log line contains a secret', async () => {
  const ids = offerTypes.map(({ id }) => id.replace(/^microsoft-/, ''))
  const answers: string[] = []
  for (const [index, { id: offerTypeId }] of offerTypes.entries()) {
    const offerId = ids[index]!
    const body = { offerTypeId, definition: withSecrets(sampleDefinition(offerTypeId, offerId.slice(0, 50))) }
    answers.push((await tool.put(`/${offerId}`, body)).text)
    answers.push((await tool.put(`/${offerId}`, body, keep)).text)
    answers.push((await tool.put(`/${offerId}`, { ...body, definition: { ...body.definition, plans: 7 } }, keep)).text)
    answers.push((await tool.publish(offerId)).text)
  }
  await service.settle()
  answers.push(...(await allThatIsSaid(ids)))
  expect(answers.length).toBeGreaterThan(200)
  expect(answers.some((text) => text.includes('sig=REDACTED'))).toBe(true)
  expect(answers.filter((text) => secret.test(text))).toEqual([])

  for (const table of ['audit_event', 'notification', 'submission', 'idempotency', 'session']) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(service.deps.db)
    expect([table, secret.test(JSON.stringify(rows))]).toEqual([table, false])
  }
  expect(log).toEqual([])
})

test('an error answer does not repeat a secret of an invalid body', async () => {
  const bodies = [
    '{"password":"T0pS3cr3t"',
    JSON.stringify({ offerTypeId: 'AccountKey=T0pS3cr3t', definition: sampleDefinition('microsoft-azure-saas', 'X') }),
    JSON.stringify({ offerTypeId: 'microsoft-azure-saas', definition: { password: 'T0pS3cr3t' } }),
  ]
  for (const body of bodies) expect((await tool.put('/x', body)).text).not.toMatch(secret)
})

test('an error while a secret is written does not reveal it', async () => {
  const failing = await startService({
    deps: ({ db }) => ({
      db: db.withPlugin({
        transformQuery: ({ node }) => {
          if (node.kind === 'InsertQueryNode') throw new Error('The disk is full.')
          return node
        },
        transformResult: async ({ result }) => result,
      }),
      log: (error) => void log.push(error),
    }),
  })
  const body = {
    offerTypeId: 'microsoft-azure-saas',
    definition: withSecrets(sampleDefinition('microsoft-azure-saas', 'X')),
  }
  const { status, text } = await toolOf(failing).put('/x', body)
  expect([status, secret.test(text)]).toEqual([500, false])
  expect(log.map((error) => `${error.message} ${error.stack}`).join()).toContain('The disk is full.')
  expect(secret.test(log.map((error) => `${error.message} ${error.stack}`).join())).toBe(false)
  await failing.close()
})

test('an offer that is read and sent back keeps its secrets', async () => {
  const type = 'microsoft-azure-virtualmachines'
  const body = { offerTypeId: type, definition: withSecrets(sampleDefinition(type, 'Server')) }
  await tool.put('/server', body)
  const read = (await tool.get('/server')).json
  await tool.put('/server', { offerTypeId: type, definition: { ...read.definition, displayText: 'Renamed' } }, keep)
  const { rows } = await sql<{ definition: string }>`select definition from offer_version`.execute(service.deps.db)
  expect(JSON.parse(rows[0]!.definition)).toEqual({ ...body.definition, displayText: 'Renamed' })
})
