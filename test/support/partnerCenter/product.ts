import { type Identity, type Resource, schemaOf, treeOf } from './resources.ts'

export type Row = {
  /** Its number: greater than a JavaScript number can hold exactly. */
  n: string
  target: 'preview' | 'live'
  status: 'notStarted' | 'running' | 'completed'
  result: 'pending' | 'succeeded' | 'failed'
  created: string
  lifecycleState?: 'generallyAvailable' | 'deprecated'
  /** What the list shows instead until it catches up; null shows nothing. */
  before?: Row | null
  /** When its present push began and ends, for the older API's steps. */
  push?: { began: number; ends: number }
}

export type Product = Identity & {
  lifecycleState: string
  trees: { draft: Resource[]; preview?: Resource[]; live?: Resource[] }
  rows: Row[]
  /** What the list of submissions shows, and from when on. */
  lists: { time: number; rows: Row[] }[]
}

/** How far a product has come when the fake starts. */
export type Stage =
  | 'draft'
  | 'previewFailed'
  | 'previewReady'
  | 'live'
  | 'liveAndPreviewReady'
  | 'liveAndPreviewFailed'
  | 'delisted'
  | 'delistedAndPreviewReady'
  | 'delistedAndPreviewFailed'

/** As the ingestion service prints times: seven digits of a second. */
export const ticks = (time: Date) => time.toISOString().replace('Z', '0000Z')

const day = 86_400_000

export function newProduct(identity: Identity, stage: Stage, number: () => string, now: Date): Product {
  const draft = treeOf(identity)
  const isDelisted = stage.startsWith('delisted')
  const isReady = stage === 'previewReady' || stage.endsWith('AndPreviewReady')
  const isFailed = stage === 'previewFailed' || stage.endsWith('AndPreviewFailed')
  const row = (target: Row['target'], result: Row['result'], daysAgo: number): Row => ({
    n: number(),
    target,
    status: 'completed',
    result,
    created: ticks(new Date(now.getTime() - daysAgo * day)),
    ...(target === 'live' && { lifecycleState: isDelisted ? 'deprecated' : 'generallyAvailable' }),
  })
  const wasLive = stage.startsWith('live') || isDelisted
  const hasPreview = wasLive || isReady
  const rows = [
    ...(wasLive ? [row('live', 'succeeded', 90)] : []),
    ...(isReady ? [row('preview', 'succeeded', 2)] : []),
    ...(isFailed ? [row('preview', 'failed', 3)] : []),
  ]
  const product: Product = {
    ...identity,
    lifecycleState: wasLive ? 'generallyAvailable' : 'neverUsed',
    trees: {
      draft,
      ...(hasPreview && { preview: structuredClone(draft) }),
      ...(wasLive && { live: structuredClone(draft) }),
    },
    rows,
    lists: [],
  }
  updateList(product, 0, 'replaces')
  return product
}

const isSettled = ({ target, status, result }: Row) =>
  target === 'live' && status === 'completed' && result === 'succeeded'

/** Keeps what the list of submissions shows from now on. */
export function updateList(product: Product, time: number, afterGoLive: 'replaces' | 'duplicates') {
  const rows = product.rows.flatMap((row) => (row.before === undefined ? [row] : row.before ? [row.before] : []))
  const settled = rows.findLast(isSettled)
  const duplicate =
    afterGoLive === 'duplicates' && settled && !rows.some(({ target }) => target === 'preview')
      ? [{ ...settled, target: 'preview' as const }]
      : []
  const current = rows.filter(
    (row) => row.target === 'preview' || !settled || rows.indexOf(row) >= rows.indexOf(settled),
  )
  product.lists.push({ time, rows: structuredClone([...duplicate, ...current]) })
}

/** The rows that the list showed at a time. */
export const rowsAt = (product: Product, time: number) => product.lists.findLast((one) => one.time <= time)?.rows ?? []

export const submissionOf = ({ guid }: Pick<Product, 'guid'>, row: Row): Resource => ({
  $schema: schemaOf('submission'),
  id: `submission/${guid}/${row.n}`,
  product: `product/${guid}`,
  target: { targetType: row.target },
  ...(row.target === 'live' && { lifecycleState: row.lifecycleState ?? 'generallyAvailable' }),
  status: row.status,
  result: row.result,
  created: row.created,
})

export const draftSubmission = ({ guid }: Pick<Product, 'guid'>): Resource => ({
  $schema: schemaOf('submission'),
  id: `submission/${guid}/0`,
  product: `product/${guid}`,
  target: { targetType: 'draft' },
})

export const productResource = ({ guid, externalId, type, alias, lifecycleState }: Product): Resource => ({
  $schema: schemaOf('product'),
  id: `product/${guid}`,
  identity: { externalId },
  type,
  alias,
  lifecycleState,
})
