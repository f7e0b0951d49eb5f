import { Hono } from 'hono'
import type { Account } from './account.ts'
import { notFound } from './errors.ts'
import type { Product, Row } from './product.ts'
import type { Switches } from './switches.ts'

export const olderPath = '/v1.0/ingestion'

/** The Partner Center submission API, older than Graph's: it names the steps of a submission and cancels it. */
export function olderApi(account: Account, switches: Switches, now: () => Date) {
  const productWith = (guid: string) => {
    const product = account.products.find((one) => one.guid === guid)
    if (!product || switches.role !== 'manager') throw notFound(`Product ${guid}`)
    return product
  }
  const rowWith = ({ guid, n }: { guid: string; n: string }) => {
    const product = productWith(guid)
    const row = product.rows.find((one) => one.n === n)
    if (!row) throw notFound(`Submission ${n}`)
    return { product, row }
  }

  return new Hono()
    .use(async (c, next) => {
      if (switches.olderApi === 'notFound') return c.json({ error: { code: 'NotFound', message: 'Not found' } }, 404)
      if (switches.olderApi === 'broken') return c.json('ICH50400: The publisher id is missing.', 400)
      await next()
    })
    .get('/products', (c) => {
      const wanted = /i\/Value eq '([^']+)'/.exec(c.req.query('$filter') ?? '')?.[1]
      const found = account.products.filter(({ externalId }) => !wanted || externalId === wanted)
      const from = Number(c.req.query('$skipToken') ?? 0)
      const size = Math.min(5, switches.pageSize)
      return c.json({
        value: found.slice(from, from + size).map(toProduct),
        ...(from + size < found.length && { nextLink: `v1.0/ingestion/products?$skipToken=${from + size}` }),
      })
    })
    .get('/products/:guid', (c) => c.json(toProduct(productWith(c.req.param('guid')))))
    .get('/products/:guid/submissions', (c) => {
      const product = productWith(c.req.param('guid'))
      const draft = {
        resourceType: 'Submission',
        state: 'InProgress',
        substate: 'InDraft',
        targets: [],
        id: product.guid,
      }
      return c.json({ value: [draft, ...product.rows.map((row, index) => toSubmission(row, index + 1))] })
    })
    .get('/products/:guid/submissions/:n/workflowdetails', (c) => {
      const { product, row } = rowWith(c.req.param())
      if (switches.stepsOfPreview === 'notFound' && row.status === 'completed') throw notFound('Workflow')
      const workflows = workflowsOf(product, row, now().getTime())
      if (switches.workflows === 'two') return c.json(workflows)
      return c.json([{ ...workflows[0], workflowSteps: workflows.flatMap(({ workflowSteps }) => workflowSteps) }])
    })
    .get('/products/:guid/submissions/:n/reports', (c) => {
      const { row } = rowWith(c.req.param())
      const status = row.status !== 'completed' ? 'Pending' : row.result === 'failed' ? 'Failed' : 'Passed'
      return c.json({ value: [{ reportTimeInUtc: now().toISOString(), status, fileUri: null }] })
    })
    .get('/products/:guid/submissions/:n/validations', (c) => {
      const { row } = rowWith(c.req.param())
      const missing = {
        errorCode: 'Resell-20007',
        severity: 'Warning',
        message: 'ResellerConfiguration module is missing..',
      }
      return c.json({ value: row.result === 'failed' ? [{ ...missing, resource: 'ResellerConfiguration' }] : [] })
    })
    .post('/products/:guid/submissions/:n/promote', (c) => {
      const { product, row } = rowWith(c.req.param())
      account.pushLive(product, row.n)
      return c.json(toSubmission(row, 1), 202)
    })
    .delete('/products/:guid/submissions/:n', (c) => {
      const { product, row } = rowWith(c.req.param())
      account.withdraw(product, row)
      return c.body(null, 204)
    })
}

const toProduct = ({ guid, externalId, type, alias }: Product) => ({
  resourceType: `${type[0]!.toUpperCase()}${type.slice(1)}`,
  name: alias,
  externalIDs: [{ type: 'AzureOfferId', value: externalId }],
  isModularPublishing: true,
  id: guid,
})

const toSubmission = (row: Row, releaseNumber: number) => ({
  resourceType: 'Submission',
  state: row.status === 'completed' && row.result === 'succeeded' ? 'Published' : 'InProgress',
  substate: substateOf(row),
  targets: [{ type: 'Scope', value: row.target === 'live' ? 'Live' : 'Preview' }],
  publishedTimeInUtc: row.result === 'succeeded' ? row.created : '1601-01-01T00:00:00.0000000Z',
  pendingUpdateInfo: { updateType: row.target === 'live' ? 'Promote' : 'Create', status: row.result },
  releaseNumber,
  friendlyName: `Submission ${releaseNumber}`,
  areResourcesReady: true,
  id: row.n,
})

function substateOf({ target, status, result }: Row) {
  if (status === 'notStarted') return 'Submitted'
  if (status === 'running') return 'Publishing'
  if (result === 'failed') return 'Failed'
  return target === 'live' ? 'InStore' : 'ReadyToPublish'
}

type Share = readonly [name: string, until: number]

/** The steps of a push, each with the share of the push's time after which it is over. Machines are certified early. */
const certifiedFirst: Share[] = [
  ['Automated validation', 0.2],
  ['Certification', 0.8],
  ['Preview Creation', 1],
]
const previewFirst: Share[] = [
  ['Automated validation', 0.6],
  ['Preview Creation', 1],
]
const certifiedLast: Share[] = [
  ['Certification', 0.7],
  ['Publish', 1],
]
const publishOnly: Share[] = [['Publish', 1]]

/** What leads to the preview and its sign-off, and what leads from there to live. */
function workflowsOf({ type }: Product, row: Row, now: number) {
  const isMachine = type.endsWith('VirtualMachine')
  const isLive = row.target === 'live'
  const isOver = row.status === 'completed'
  const waits = isOver && row.result === 'succeeded' && !isLive
  const signOff = { name: 'Publisher Signoff', state: isLive ? 'Success' : waits ? 'InProgress' : 'NotStarted' }
  const before = isMachine ? certifiedFirst : previewFirst
  const after = isMachine ? publishOnly : certifiedLast
  const state = isOver ? (row.result === 'succeeded' ? 'Success' : 'Failed') : 'InProgress'
  return [
    {
      type: 'Push',
      state: isLive ? 'Success' : state,
      targetEnvironment: 'Preview',
      workflowSteps: [
        ...(isLive ? before.map(([name]) => ({ name, state: 'Success' })) : stepsOf(before, row, now)),
        signOff,
      ],
    },
    {
      type: 'Push',
      state: isLive ? state : 'NotStarted',
      targetEnvironment: 'Live',
      workflowSteps: isLive ? stepsOf(after, row, now) : after.map(([name]) => ({ name, state: 'NotStarted' })),
    },
  ]
}

function stepsOf(shares: Share[], { status, result, push }: Row, now: number) {
  const { began, ends } = push ?? { began: 0, ends: 0 }
  const time = (share: number) => new Date(began + share * (ends - began))
  return shares.map(([name, share], index) => {
    const start = index === 0 ? 0 : shares[index - 1]![1]
    const done = now >= time(share).getTime()
    const failed = done && status === 'completed' && result === 'failed' && share === 1
    const state = failed ? 'Failed' : done ? 'Success' : now >= time(start).getTime() ? 'InProgress' : 'NotStarted'
    return {
      name,
      state,
      ...(state !== 'NotStarted' && { startDateTimeInUtc: time(start).toISOString() }),
      ...(done && { completeDateTimeInUtc: time(share).toISOString() }),
    }
  })
}
