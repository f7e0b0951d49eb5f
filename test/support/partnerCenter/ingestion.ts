import { type Context, Hono } from 'hono'
import type { Account, Job } from './account.ts'
import { configure, unsupported } from './configure.ts'
import { badRequest, notFound, onTheWire } from './errors.ts'
import { draftSubmission, type Product, productResource, submissionOf } from './product.ts'
import { asRead, isEditable, type Resource, schemaHost, schemaOf, typeOf } from './resources.ts'
import type { Switches } from './switches.ts'

export const ingestionPath = '/rp/product-ingestion'

/** The Product Ingestion API of Microsoft Graph. */
export function ingestionApi(account: Account, switches: Switches) {
  const visible = () => (switches.role === 'manager' ? account.products : [])
  const listed = () => visible().filter(({ type }) => switches.unsupportedTypes === 'listed' || isEditable(type))
  const productWith = (guid: string) => {
    const product = visible().find((one) => one.guid === guid)
    if (!product) throw notFound(`product/${guid}`)
    if (!isEditable(product.type)) throw unsupported(product)
    return product
  }
  const jobWith = (id: string) => {
    const job = account.jobs.get(id)
    if (!job) throw notFound(`configure/${id}`)
    return job
  }
  const rows = (product: Product) => account.rows(product).map((row) => submissionOf(product, row))

  /** The resource as the switches spell it. */
  const written = (resource: Resource) => {
    const text = JSON.stringify(resource).replaceAll(schemaHost, switches.schemaHost)
    return JSON.parse(switches.spelling === 'ID' ? text.replaceAll('"externalId"', '"externalID"') : text)
  }

  /** One page of a list, with the address of the next. */
  function page(c: Context, resources: Resource[]) {
    const size = Math.min(Number(query(c, '$maxpagesize') ?? switches.pageSize), switches.pageSize)
    const token = query(c, 'continuationToken')
    const from = token ? Number(Buffer.from(token, 'base64url').toString()) : 0
    const next = new URL(c.req.url)
    next.searchParams.set('continuationToken', Buffer.from(String(from + size)).toString('base64url'))
    return c.json({
      value: resources.slice(from, from + size).map(written),
      ...(from + size < resources.length && { '@nextLink': next.href.replaceAll('%24', '$') }),
    })
  }

  const statusOf = (job: Job) => ({
    $schema: schemaOf('configure-status').replace(schemaHost, switches.schemaHost),
    [`job${switches.spelling}`]: job.id,
    jobStatus: job.status,
    jobResult: job.result,
    jobStart: job.start,
    jobEnd: job.end && switches.jobEnd === 'set' ? job.end : '0001-01-01T00:00:00',
    errors: job.errors.map((error) => onTheWire(error, switches)),
  })

  return new Hono()
    .use(async (c, next) => {
      if (switches.versionRequired && !query(c, '$version'))
        throw badRequest('The query parameter $version is required.')
      await next()
    })
    .get('/product', (c) => {
      const externalId = query(c, 'externalId')
      const type = query(c, 'type')
      const found = listed().filter(
        (one) => (!externalId || one.externalId === externalId) && (!type || one.type === type),
      )
      if (externalId && found[0] && switches.oneProduct === 'bare') return c.json(written(productResource(found[0])))
      return page(c, found.map(productResource))
    })
    .get('/plan', (c) => {
      const product = productWith((query(c, 'product') ?? '').replace('product/', ''))
      return page(
        c,
        product.trees.draft.filter((one) => typeOf(one) === 'plan'),
      )
    })
    .get('/resource-tree/product/:guid', (c) => {
      const product = productWith(c.req.param('guid'))
      const target = query(c, 'targetType') ?? 'draft'
      const tree = Object.entries(product.trees).find(([name]) => name === target)?.[1]
      if (!tree) throw badRequest(`The target ${target} does not exist.`)
      const own = rows(product).filter((row) => JSON.stringify(row.target) === JSON.stringify({ targetType: target }))
      const resources = [
        productResource(product),
        ...tree.map(asRead),
        ...(target === 'draft' ? [draftSubmission(product)] : own),
      ]
      if (switches.treeOrder === 'shuffled') resources.sort(() => Math.random() - 0.5)
      return c.json({
        $schema: schemaOf('resource-tree').replace(schemaHost, switches.schemaHost),
        root: `product/${product.guid}`,
        target: { targetType: target },
        resources: resources.map(written),
      })
    })
    .get('/submission/:guid', (c) => {
      const product = productWith(c.req.param('guid'))
      const target = query(c, 'targetType')
      const all = [draftSubmission(product), ...rows(product)]
      return page(
        c,
        all.filter((row) => !target || JSON.stringify(row.target) === JSON.stringify({ targetType: target })),
      )
    })
    .get('/submission/:guid/:n', (c) => {
      const { guid, n } = c.req.param()
      const product = productWith(guid)
      const row = [draftSubmission(product), ...rows(product)].find(({ id }) => id === `submission/${guid}/${n}`)
      if (!row) throw notFound(`submission/${guid}/${n}`)
      return c.json(written(row))
    })
    .post('/configure', async (c) => c.json(statusOf(configure(account, await c.req.text())), switches.configureStatus))
    .get('/configure/:id/status', (c) => c.json(statusOf(jobWith(c.req.param('id')))))
    .post('/configure/:id/cancel', (c) => c.json(statusOf(account.cancel(jobWith(c.req.param('id'))))))
    .get('/configure/:id', (c) => {
      const job = jobWith(c.req.param('id'))
      if (job.status !== 'completed' || job.result === 'failed')
        throw switches.jobDetail === 404 ? notFound(`configure/${job.id}`) : badRequest('The job has not succeeded.')
      const pushed = job.row ? [submissionOf(job.product, job.row)] : []
      return c.json({
        $schema: schemaOf('configure-detail').replace(schemaHost, switches.schemaHost),
        resources: [...job.resources.filter((one) => typeOf(one) !== 'submission'), ...pushed].map(written),
      })
    })
    .get('/:type/:guid/*', (c) => resourceAt(c))
    .get('/:type/:guid', (c) => resourceAt(c))

  /** The draft of any resource, by its durable id. */
  function resourceAt(c: Context) {
    const id = decodeURIComponent(new URL(c.req.url).pathname.slice(`${ingestionPath}/`.length))
    const product = productWith(id.split('/')[1] ?? '')
    const found = [productResource(product), ...product.trees.draft].find((one) => one.id === id)
    if (!found) throw notFound(id)
    return c.json(written(asRead(found)))
  }
}

/** A query parameter; the case of its name is ignored. */
function query(c: Context, name: string) {
  const found = Object.entries(c.req.query()).find(([key]) => key.toLowerCase() === name.toLowerCase())
  return found?.[1]
}
