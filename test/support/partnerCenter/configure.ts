import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Account, Job } from './account.ts'
import { badRequest, type Detail, imageIsPublished, notFound, planIdLocked, schemaError } from './errors.ts'
import { draftSubmission, type Product, productResource } from './product.ts'
import { asRead, isEditable, isMasked, type Resource, schemaHost, typeOf, versions } from './resources.ts'

const Reference = z.union([z.string(), z.object({ externalId: z.string() }), z.object({ resourceName: z.string() })])
const Sent = z.looseObject({
  $schema: z.string(),
  id: z.optional(z.string()),
  resourceName: z.optional(z.string()),
  product: z.optional(Reference),
})
type Sent = z.infer<typeof Sent>
const Body = z.object({ $schema: z.string(), resources: z.array(Sent).min(1) })

const SubmissionSent = z.looseObject({
  product: Reference,
  target: z.object({ targetType: z.enum(['preview', 'live']) }),
  lifecycleState: z.optional(z.enum(['generallyAvailable', 'deprecated'])),
})
const ProductSent = z.looseObject({
  identity: z.object({ externalId: z.string().regex(/^[a-z0-9][a-z0-9-_]{2,49}$/) }),
  type: z.string(),
  alias: z.string().max(120),
})
const PlanSent = z.looseObject({ identity: z.object({ externalId: z.string() }) })
const MachineSent = z.looseObject({ vmImageVersions: z.array(z.looseObject({ versionNumber: z.string() })) })

/** Takes what a configure call sends: publish, Go Live, stop selling, or a change of the draft. */
export function configure(account: Account, text: string): Job {
  const { resources } = valid(Body, readJson(text))
  for (const { $schema } of [valid(Body, readJson(text)), ...resources]) checkSchema($schema)
  const created = resources.filter((one) => typeOf(one) === 'product' && !one.id).map((one) => create(account, one))
  const product = created[0] ?? productOf(account, resources)
  if (!isEditable(product.type)) throw unsupported(product)
  const edits = resources.filter((one) => !['submission', 'product'].includes(typeOf(one)))
  const deletes = resources.some((one) => typeOf(one) === 'product' && one.lifecycleState === 'deleted')
  if (deletes) return remove(account, product)
  const stored = edits.map((one) => withId(product, one))
  const errors = stored.flatMap((one) => refusals(product, one))
  const apply = () => {
    for (const one of stored) product.trees.draft = [...product.trees.draft.filter(({ id }) => id !== one.id), one]
  }
  const submission = resources.find((one) => typeOf(one) === 'submission')
  if (!submission || errors.length > 0)
    return account.edit(product, [...created.map(productResource), ...stored.map(asRead)], errors, apply)
  apply()
  const { target, lifecycleState } = valid(SubmissionSent, submission)
  const sent = [{ ...draftSubmission(product), target }, ...stored.map(asRead)]
  if (target.targetType === 'preview') return account.publish(product, sent)
  return account.pushLive(product, submission.id?.split('/')[2], sent, lifecycleState === 'deprecated')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw schemaError('The body is not JSON.')
  }
}

function valid<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw schemaError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

function checkSchema($schema: string) {
  if (!$schema.startsWith(`https://${schemaHost}/schema/`)) throw schemaError(`Schema ${$schema} could not be accessed`)
  if (!(typeOf({ $schema }) in versions)) throw schemaError(`Schema ${$schema} could not be accessed`)
  if ($schema.endsWith('/2022-03-01-preview1')) throw schemaError(`${$schema} is a deprecated schema`)
}

export const unsupported = ({ type }: Product) =>
  badRequest(`Type ${type[0]!.toUpperCase()}${type.slice(1)} is not supported`, [
    { code: 'notSupported', message: `Type ${type[0]!.toUpperCase()}${type.slice(1)} is not supported` },
  ])

function create(account: Account, sent: Sent) {
  const { identity, type, alias } = valid(ProductSent, sent)
  return account.add({ externalId: identity.externalId, type, alias })
}

function productOf({ products }: Account, resources: Sent[]) {
  for (const { product, id = '' } of resources) {
    const guid = (typeof product === 'string' ? product : id).split('/')[1]
    const externalId = typeof product === 'object' && 'externalId' in product ? product.externalId : undefined
    const found = products.find((one) => one.guid === guid || one.externalId === externalId)
    if (found) return found
  }
  throw notFound('The product')
}

function withId(product: Product, { resourceName: _, ...sent }: Sent): Resource {
  const same = product.trees.draft.find(
    (one) =>
      typeOf(one) === typeOf(sent) && externalIdOf(one) !== undefined && externalIdOf(one) === externalIdOf(sent),
  )
  const id = sent.id ?? same?.id ?? `${typeOf(sent)}/${product.guid}/${randomUUID()}`
  return { ...sent, id, product: `product/${product.guid}` }
}

const externalIdOf = (resource: unknown) => PlanSent.safeParse(resource).data?.identity.externalId
const versionsOf = (resource: unknown) =>
  MachineSent.safeParse(resource).data?.vmImageVersions.map(({ versionNumber }) => versionNumber) ?? []

/** What is refused only once the job looks at the content. */
function refusals(product: Product, sent: Resource): Detail[] {
  if (isMasked(sent))
    return [{ code: 'badRequest', message: 'A masked value cannot be stored.', resourceId: sent.id, details: [] }]
  const published = [product.trees.preview, product.trees.live].map((tree) => tree?.find(({ id }) => id === sent.id))
  return published
    .filter((one) => one !== undefined)
    .slice(0, 1)
    .flatMap((one) => {
      if (typeOf(sent) === 'plan' && externalIdOf(one) !== externalIdOf(sent)) return [planIdLocked(sent.id)]
      const kept = versionsOf(sent)
      return versionsOf(one)
        .filter((version) => !kept.includes(version))
        .map((version) => imageIsPublished(sent.id, version))
    })
}

function remove(account: Account, product: Product) {
  if (product.rows.length > 0)
    throw badRequest('A product that was published cannot be deleted.', [{ code: 'invalidEntityStatus' }])
  return account.edit(product, [productResource(product)], [], () => {
    account.products.splice(account.products.indexOf(product), 1)
  })
}
