import { z } from 'zod'
import { outsideText } from './outsideText.ts'

/** Field names come in several spellings (externalId, externalID), so their case is ignored. */
const lowerCased = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name.toLowerCase(), each]))
    : value
const fields = <T extends z.ZodRawShape>(shape: T) => z.preprocess(lowerCased, z.object(shape))

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().catch(0) })

const Page = fields({ value: z.array(z.unknown()), '@nextlink': z.string().optional() })

/** They become parts of addresses and keys: one of another form is left out. */
const Guid = z.string().regex(/^[a-z0-9-]{1,64}$/i)
const ExternalId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/i)

const Product = fields({
  id: z.string(),
  identity: fields({ externalid: ExternalId }),
  type: z.string(),
  alias: z.string().optional(),
  lifecyclestate: z.string().optional(),
})

const Submission = fields({
  id: z.string(),
  target: fields({ targettype: z.string() }),
  status: z.string().optional(),
  result: z.string().optional(),
  lifecyclestate: z.string().optional(),
  created: z
    .string()
    .refine((time) => !Number.isNaN(Date.parse(time)))
    .optional()
    .catch(undefined),
})

const Tree = fields({ resources: z.array(z.unknown()) })

const Job = fields({
  jobid: z.string().min(1).max(200),
  jobstatus: z.string(),
  jobresult: z.string().optional(),
  errors: z.array(z.unknown()).catch([]),
})

/** Partner Center's own limit of an alias is 120. */
const longestName = 200

/** A listed product. */
export type SeenProduct = { guid: string; externalId: string; type: string; alias: string; lifecycleState: string }

/** A listed submission; its number exceeds what a JavaScript number holds. */
export type SeenRow = {
  n: string
  target: string
  status: string
  result: string
  lifecycleState: string
  created?: string
}

/** A job's status; `errors.ts` reads its errors. */
export type SeenJob = { id: string; status: string; result: string; errors: unknown[] }

export const readToken = (body: unknown) => Token.safeParse(body).data

/** The valid items of a page, and the address of the next one; undefined for what is no page. */
function readPage<T>(body: unknown, read: (item: unknown) => T[]): { items: T[]; next?: string } | undefined {
  const page = Page.safeParse(body).data
  return page && { items: page.value.flatMap(read), ...(page['@nextlink'] && { next: page['@nextlink'] }) }
}

export const readProducts = (body: unknown) =>
  readPage(body, (item): SeenProduct[] => {
    const product = Product.safeParse(item).data
    const guid = Guid.safeParse(product?.id.split('/')[1]).data
    if (!product || !guid) return []
    const { externalid } = product.identity
    return [
      {
        guid,
        externalId: externalid,
        type: product.type,
        alias: outsideText(product.alias ?? '', longestName) || externalid,
        lifecycleState: product.lifecyclestate ?? '',
      },
    ]
  })

/** Its status is no known word, so the last known state of the offer stays. */
const unreadable: SeenRow = { n: '', target: 'preview', status: 'unreadable', result: '', lifecycleState: '' }

/** The draft's row is left out: it has no status. */
export const readRows = (body: unknown) =>
  readPage(body, (item): SeenRow[] => {
    const row = Submission.safeParse(item).data
    if (!row) return [unreadable]
    const n = Guid.safeParse(row.id.split('/').at(-1)).data
    if (!row.status || row.target.targettype === 'draft') return []
    if (!n) return [unreadable]
    return [
      {
        n,
        target: row.target.targettype,
        status: row.status,
        result: row.result ?? '',
        lifecycleState: row.lifecyclestate ?? '',
        ...(row.created && { created: row.created }),
      },
    ]
  })

export const readTree = (body: unknown): unknown[] | undefined => Tree.safeParse(body).data?.resources

export function readJob(body: unknown): SeenJob | undefined {
  const job = Job.safeParse(body).data
  return job && { id: job.jobid, status: job.jobstatus, result: job.jobresult ?? 'pending', errors: job.errors }
}
