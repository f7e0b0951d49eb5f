import { readJob, readProducts, readRows, readTree, type SeenJob, type SeenProduct, type SeenRow } from './answers.ts'
import { type Credentials, connection } from './connection.ts'
import { RefusedError, UnavailableError, UnclearError } from './faults.ts'
import { type BudgetStore, budgetInMemory, limiter } from './limiter.ts'
import { olderApi } from './olderApi.ts'

type Options = {
  baseUrl: string
  loginUrl: string
  credentials: Credentials
  now: () => Date
  /** Where the account's calls are counted: in the database when several replicas share it. */
  budget?: BudgetStore
  /** The older API, which names steps; absent when it is not used. */
  olderUrl?: string | undefined
  /** Calls in any minute; some are reserved for people's acts. */
  callsPerMinute?: number
}

/** The newest version of each resource that this program reads and writes. */
const version = { product: '2022-03-01-preview3', tree: '2022-03-01-preview5', other: '2022-03-01-preview2' }
const schema = (type: string) => `https://schema.mp.microsoft.com/schema/${type}/${version.other}`

const olderAudience = 'https://api.partner.microsoft.com'

/** Calls that may run at the same time. */
const parallel = 2

export type Push = { guid: string; n?: string; lifecycleState?: 'generallyAvailable' | 'deprecated' }

/** The calls to the Product Ingestion API that the dashboard needs. */
export function partnerCenterClient({
  now,
  budget = budgetInMemory(),
  callsPerMinute = 60,
  olderUrl,
  ...where
}: Options) {
  const limit = limiter(budget, now, { callsPerMinute, parallel })
  const graph = connection({ ...where, audience: 'https://graph.microsoft.com', now, limit, decides: true })

  const older =
    olderUrl !== undefined
      ? olderApi(connection({ ...where, baseUrl: olderUrl, audience: olderAudience, now, limit, decides: false }))
      : undefined

  async function all<T>(
    first: string,
    readPage: (body: unknown) => { items: T[]; next?: string } | undefined,
    urgent = false,
  ): Promise<T[]> {
    const items: T[] = []
    const seen = new Set<string>()
    for (let path: string | undefined = first; path && !seen.has(path); ) {
      seen.add(path)
      const page: ReturnType<typeof readPage> = readPage(await graph.read(path, urgent))
      // An empty list would mean that everything is gone.
      if (!page) throw new UnavailableError('Partner Center answered with something else than a list.')
      items.push(...page.items)
      path = page.next
    }
    return items
  }

  async function write(path: string, body?: unknown): Promise<SeenJob> {
    const job = readJob(await graph.write('POST', path, body))
    if (!job) throw new UnclearError('Partner Center accepted the call and named no job.')
    return job
  }

  return {
    products: (): Promise<SeenProduct[]> => all(`/product?$maxpagesize=200&$version=${version.product}`, readProducts),
    /** `urgent`: a person waits for the answer. */
    rows: (guid: string, { urgent = false } = {}): Promise<SeenRow[]> =>
      all(`/submission/${guid}?$version=${version.other}`, readRows, urgent),
    job: async (id: string): Promise<SeenJob | undefined> =>
      readJob(await graph.read(`/configure/${encodeURIComponent(id)}/status?$version=${version.other}`)),
    /** The resources of a draft, a preview or what is live; a target that was never published has none. */
    tree: async (guid: string, target: string): Promise<unknown[] | undefined> => {
      const path = `/resource-tree/product/${guid}?targetType=${target}&$version=${version.tree}`
      return readTree(await graph.read(path).catch(orNone))
    },
    /** Publishes the draft. */
    publish: ({ guid, lifecycleState }: Push) =>
      write(configurePath, configure({ guid, target: 'preview', lifecycleState })),
    /** Takes a preview live, or stops selling. */
    pushLive: ({ guid, n, lifecycleState }: Push) =>
      write(configurePath, configure({ guid, target: 'live', n, lifecycleState })),
    cancel: (id: string) => write(`/configure/${encodeURIComponent(id)}/cancel?$version=${version.other}`),
    /** Whether `cancelRow` is possible: it needs the older API. */
    cancelsRows: older !== undefined,
    async cancelRow(guid: string, n: string): Promise<void> {
      await older?.cancel(guid, n)
    },
    /** The steps by name, where the older API is used and knows them. */
    steps: async (guid: string, n: string) => older?.steps(guid, n),
    claimList: limit.claimList,
    /** When polling may go on. */
    freeAt: graph.freeAt,
    /** What is known of the account: whether it answers, and since when it does not. */
    account: limit.state,
  }
}

function orNone(error: unknown) {
  if (error instanceof RefusedError) return undefined
  throw error
}

const configurePath = `/configure?$version=${version.other}`

const configure = ({
  guid,
  target,
  n,
  lifecycleState,
}: {
  guid: string
  target: 'preview' | 'live'
  n?: string | undefined
  lifecycleState?: string | undefined
}) => ({
  $schema: schema('configure'),
  resources: [
    {
      $schema: schema('submission'),
      ...(n && { id: `submission/${guid}/${n}` }),
      product: `product/${guid}`,
      target: { targetType: target },
      ...(lifecycleState && { lifecycleState }),
    },
  ],
})
