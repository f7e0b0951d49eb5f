import { randomUUID } from 'node:crypto'
import {
  alreadyCompleted,
  certificationFailed,
  type Detail,
  inProgress,
  noSubmissionId,
  notInProgress,
  notLatest,
  type Refused,
  tooFarAlong,
} from './errors.ts'
import { newProduct, type Product, type Row, rowsAt, type Stage, ticks, updateList } from './product.ts'
import type { Identity, Resource } from './resources.ts'
import type { Switches } from './switches.ts'

export type Job = {
  id: string
  kind: 'edit' | 'publish' | 'goLive' | 'stopSelling'
  product: Product
  row?: Row
  status: Row['status']
  result: Row['result'] | 'cancelled'
  start: string
  end?: string
  errors: Detail[]
  /** What was sent, with the ids that it got. */
  resources: Resource[]
}

/** How the next publish or Go Live of a product ends; without one it succeeds. */
export type Outcome = { fails?: 'certification' | Detail[]; seconds?: number; cancel?: 'refused' }

export const durations = {
  /** Seconds until a job runs, until its row is in the list, and until each kind of job is over. */
  start: 20,
  rowDelay: 180,
  edit: 40,
  publish: 7_200,
  goLive: 10_800,
  stopSelling: 3_600,
}
export type Durations = { [name in keyof typeof durations]: number }

type Options = { now: () => Date; switches: Switches; durations: Durations }

/** One publisher's account: products, the rows of their submissions, and jobs, moved by the clock alone. */
export function newAccount({ now, switches, durations }: Options) {
  const products: Product[] = []
  const jobs = new Map<string, Job>()
  const outcomes = new Map<Product, Outcome[]>()
  const stubborn = new Set<Job>()
  const agenda: { time: number; product: Product; act: () => void }[] = []
  let counter = 1_152_921_515_690_012_345n
  const number = () => {
    counter += 33_333n
    return String(counter)
  }

  const at = (seconds: number, product: Product, act: () => void) => {
    agenda.push({ time: now().getTime() + seconds * 1_000, product, act })
    agenda.sort((a, b) => a.time - b.time)
  }
  const record = (product: Product, time = now().getTime()) => updateList(product, time, switches.afterGoLive)

  /** Lets everything happen that is due by now, each at its own time. */
  function settle() {
    while (agenda[0] && agenda[0].time <= now().getTime()) {
      const { time, product, act } = agenda.shift()!
      act()
      record(product, time)
    }
  }

  function newJob(kind: Job['kind'], product: Product, resources: Resource[], row?: Row): Job {
    const job: Job = {
      id: randomUUID(),
      kind,
      product,
      ...(row && { row }),
      status: 'notStarted',
      result: 'pending',
      start: ticks(now()),
      errors: [],
      resources,
    }
    jobs.set(job.id, job)
    at(durations.start, product, () => {
      if (job.status !== 'completed') job.status = 'running'
    })
    return job
  }

  function end(job: Job, result: Job['result'], time: number, errors: Detail[] = []) {
    Object.assign(job, { status: 'completed', result, errors, end: ticks(new Date(time)) })
  }

  /** A job that only changes the draft, or that only fails. */
  function edit(product: Product, resources: Resource[], errors: Detail[], apply: () => void) {
    const job = newJob('edit', product, resources)
    const ends = now().getTime() + durations.edit * 1_000
    at(durations.edit, product, () => {
      if (job.status === 'completed') return
      if (errors.length === 0) apply()
      end(job, errors.length === 0 ? 'succeeded' : 'failed', ends, errors)
    })
    return job
  }

  function push(kind: 'publish' | 'goLive' | 'stopSelling', product: Product, row: Row, resources: Resource[]) {
    const job = newJob(kind, product, resources, row)
    const outcome = outcomes.get(product)?.shift() ?? {}
    if (outcome.cancel === 'refused') stubborn.add(job)
    const began = now().getTime()
    const seconds = outcome.seconds ?? durations[kind]
    const content = structuredClone(kind === 'publish' ? product.trees.draft : product.trees.preview)
    row.push = { began, ends: began + seconds * 1_000 }
    at(durations.start, product, () => {
      if (row.status === 'notStarted') row.status = 'running'
    })
    at(durations.rowDelay, product, () => {
      delete row.before
      // The newer preview takes the place of the one that waited.
      if (product.rows.includes(row) && row.target === 'preview')
        product.rows = product.rows.filter((other) => other === row || other.target !== 'preview')
    })
    at(seconds, product, () => {
      if (job.status === 'completed') return
      row.status = 'completed'
      row.result = outcome.fails ? 'failed' : 'succeeded'
      if (outcome.fails) {
        const errors =
          outcome.fails === 'certification' ? [certificationFailed(submissionId(product, row))] : outcome.fails
        return end(job, 'failed', began + seconds * 1_000, errors)
      }
      if (kind === 'publish' && content) product.trees.preview = content
      if (kind === 'goLive' && content) product.trees.live = content
      if (row.target === 'live') row.lifecycleState = kind === 'stopSelling' ? 'deprecated' : 'generallyAvailable'
      product.lifecycleState = 'generallyAvailable'
      end(job, 'succeeded', began + seconds * 1_000)
    })
    record(product)
    return job
  }

  /** Why the product cannot be pushed now. */
  const busy = (product: Product) =>
    [...jobs.values()].some((job) => job.product === product && job.row && job.status !== 'completed')
      ? inProgress
      : undefined

  /** A publish that cannot begin is refused at once, or by its job. */
  function refuse(product: Product, resources: Resource[], refused: Refused) {
    if (switches.refusals === 'atOnce') throw refused
    return edit(product, resources, [refused.error], () => {})
  }

  return {
    products,
    jobs,
    settle,
    edit,

    add(identity: Omit<Identity, 'guid'> & { guid?: string }, stage: Stage = 'draft') {
      const product = newProduct({ guid: randomUUID(), ...identity }, stage, number, now())
      products.push(product)
      return product
    },

    /** Scripts how the next pushes of a product end, one after another. */
    script(product: Product, ...next: Outcome[]) {
      outcomes.set(product, next)
    },

    rows: (product: Product) => rowsAt(product, now().getTime() - switches.listLag * 1_000),

    publish(product: Product, resources: Resource[] = []) {
      const reason = busy(product)
      if (reason) return refuse(product, resources, reason)
      const row: Row = {
        n: number(),
        target: 'preview',
        status: 'notStarted',
        result: 'pending',
        created: ticks(now()),
        before: null,
      }
      product.rows.push(row)
      return push('publish', product, row, resources)
    },

    /** Takes the latest preview live, or stops selling what is live. */
    pushLive(product: Product, n: string | undefined, resources: Resource[] = [], deprecated = false) {
      if (!n || n === '0') return refuse(product, resources, noSubmissionId)
      const reason = busy(product)
      if (reason) return refuse(product, resources, reason)
      const target = deprecated ? 'live' : 'preview'
      const row = product.rows.findLast((one) => one.target === target && one.result === 'succeeded')
      if (row?.n !== n) return refuse(product, resources, notLatest)
      const before: Row = { ...row }
      Object.assign(row, { target: 'live', status: 'notStarted', result: 'pending', before })
      return push(deprecated ? 'stopSelling' : 'goLive', product, row, resources)
    },

    cancel(job: Job) {
      if (job.status === 'completed') throw alreadyCompleted
      if (job.kind === 'goLive' || job.kind === 'stopSelling' || stubborn.has(job)) throw tooFarAlong
      end(job, 'cancelled', now().getTime())
      const { row, product } = job
      if (row && switches.canceledRow === 'failed') Object.assign(row, { status: 'completed', result: 'failed' })
      else product.rows = product.rows.filter((one) => one !== row)
      record(product)
      return job
    },

    /** The older API's cancel, without a job's ID; a submission that failed is discarded. */
    withdraw(product: Product, row: Row) {
      const job = [...jobs.values()].findLast((one) => one.row === row)
      if (job && job.status !== 'completed') return void this.cancel(job)
      if (row.target === 'live' || row.result !== 'failed') throw notInProgress
      product.rows = product.rows.filter((one) => one !== row)
      record(product)
    },
  }
}
export type Account = ReturnType<typeof newAccount>

const submissionId = ({ guid }: Product, { n }: Row) => `submission/${guid}/${n}`
