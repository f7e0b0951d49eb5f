/**
 * Behaviour of Partner Center that no document and no client describes, or that they describe in two ways: each switch
 * chooses what the fake does. These are the defaults.
 */
export const defaults = {
  /** 202 or 200 for an accepted configure. */
  configureStatus: 202,
  /** Whether a call without `$version` is refused. */
  versionRequired: false,
  /** After Go Live the preview's row turns into the live one, or stands beside it under the same id. */
  afterGoLive: 'replaces',
  /** What becomes of the row of a canceled job. */
  canceledRow: 'vanishes',
  /** `details` without content. */
  emptyDetails: 'array',
  /** Whether the details of a certification failure are objects or bare texts. */
  certificationDetails: 'objects',
  /** How real answers and the documents spell the names of ids. */
  spelling: 'Id',
  /** The status for the detail of an unfinished or failed job. */
  jobDetail: 400,
  /** Whether `jobEnd` is set when a job ends, or stays in the year 1. */
  jobEnd: 'set',
  /** A publish that cannot begin is refused by the call, or by the job. */
  refusals: 'atOnce',
  /** Whether 429 comes with Retry-After. */
  retryAfter: true,
  /** Calls a minute before 429. */
  callsPerMinute: Number.POSITIVE_INFINITY,
  /** Most items in a page. */
  pageSize: 200,
  /** Seconds by which the list of submissions lags behind. */
  listLag: 0,
  /** Order of the resources in a tree. */
  treeOrder: 'stable',
  /** Host of `$schema` in answers. */
  schemaHost: 'schema.mp.microsoft.com',
  /** Whether a product found by its external id comes in a list, or bare. */
  oneProduct: 'list',
  /** Whether products that the API cannot edit are listed. */
  unsupportedTypes: 'listed',
  /** What the app may see of the account: all as a Manager, nothing, or not even that. */
  role: 'manager',
  /** Seconds a token lasts. */
  tokenLifetime: 3_599,
  /** The older API: works, answers 404, or breaks as it did in the spring of 2026. */
  olderApi: 'works',
  /** Whether the older API forgets the steps of an offer once its preview is there. */
  stepsOfPreview: 'kept',
  /** Whether the older API lists the steps before and after sign-off as two workflows, or as one. */
  workflows: 'two',
} as const

export type Switches = {
  configureStatus: 202 | 200
  versionRequired: boolean
  afterGoLive: 'replaces' | 'duplicates'
  canceledRow: 'vanishes' | 'failed'
  emptyDetails: 'array' | 'object'
  certificationDetails: 'objects' | 'texts'
  spelling: 'Id' | 'ID'
  jobDetail: 400 | 404
  jobEnd: 'set' | 'never'
  refusals: 'atOnce' | 'inJob'
  retryAfter: boolean
  callsPerMinute: number
  pageSize: number
  listLag: number
  treeOrder: 'stable' | 'shuffled'
  schemaHost: 'schema.mp.microsoft.com' | 'product-ingestion.azureedge.net'
  oneProduct: 'list' | 'bare'
  unsupportedTypes: 'listed' | 'hidden'
  role: 'manager' | 'none' | 'notAdded'
  tokenLifetime: number
  olderApi: 'works' | 'notFound' | 'broken'
  stepsOfPreview: 'kept' | 'notFound'
  workflows: 'two' | 'one'
}
