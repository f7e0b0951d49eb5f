/** Something that waits to be delivered, as the outbox keeps it. */
type Item = { id: number; attempts: number; created_time: string; error: string | null }

/** How an attempt ended; `progress` is for the next one, in the words of those who deliver. */
export type Outcome = {
  /** `begun`: a part is delivered, the rest has to be tried again. */
  state: 'delivered' | 'begun' | 'later' | 'refused'
  error?: string | undefined
  progress?: string | undefined
}

/** What the outbox keeps of an attempt. Without `nextTime` there will be no other. */
type Ending = Omit<Outcome, 'state'> & { sentTime?: Date | undefined; nextTime?: Date | undefined }

type Outbox<T extends Item> = {
  /** Those that are due, longest due first. */
  due: (now: Date, limit: number) => Promise<T[]>
  /** Takes one for an attempt, until `until`; false when another process has taken it since it was read. */
  claim: (item: T, until: Date) => Promise<boolean>
  settle: (item: T, ending: Ending) => Promise<void>
}

/** The error of an item that no attempt was made on in time. */
export const tooOldToSend = 'It was too old to be sent.'

const minute = 60_000
/** Longer than any attempt: after this time, a process that claimed an item is assumed dead. */
const lease = 10 * minute
const patience = 3 * 24 * 60 * minute
const longestWait = 60 * minute
/** Milliseconds until the next attempt, after so many: 30 seconds, 1 minute, 2 minutes, up to an hour. */
export const backOff = (attempts: number) => Math.min(longestWait, 0.5 * minute * 2 ** Math.min(attempts, 20))

type Options<T extends Item> = {
  outbox: Outbox<T>
  /** Makes one attempt; an error that it throws means that nothing was delivered. */
  deliver: (item: T) => Promise<Outcome>
  now: () => Date
  onGivenUp: (item: T, reason: string) => void
}

/** Empties an outbox, also from several replicas in parallel: the one that claims an item delivers it. */
export function queue<T extends Item>({ outbox, deliver, now, onGivenUp }: Options<T>) {
  /** Attempts that ended while the database could not be written to: nothing is delivered twice for that. */
  const unsettled = new Map<number, () => Promise<void>>()
  const settleAll = async () => {
    for (const [id, settle] of unsettled) {
      await settle()
      unsettled.delete(id)
    }
  }

  const attemptOn = (item: T): Promise<Outcome> =>
    deliver(item).catch((error: Error) => ({ state: 'later', error: error.message }))

  function endingOf(item: T, { state, error, progress }: Outcome): Ending {
    const sentTime = state === 'delivered' || state === 'begun' ? now() : undefined
    const nextTime = new Date(now().getTime() + backOff(item.attempts))
    const goesOn = (state === 'begun' || state === 'later') && nextTime.getTime() <= lastTime(item)
    return { sentTime, error, progress, nextTime: goesOn ? nextTime : undefined }
  }

  /** Whether this process, and no other, made an attempt. */
  async function attempt(item: T): Promise<boolean> {
    if (!(await outbox.claim(item, new Date(now().getTime() + lease)))) return false
    const tooOld = now().getTime() > lastTime(item)
    const outcome: Outcome = tooOld ? { state: 'refused', error: item.error ?? tooOldToSend } : await attemptOn(item)
    const ending = endingOf(item, outcome)
    unsettled.set(item.id, () => outbox.settle(item, ending))
    await settleAll()
    if (!tooOld && outcome.state !== 'delivered' && !ending.nextTime) onGivenUp(item, outcome.error ?? '')
    return true
  }

  /** Tries to deliver the item that is due first, past those that other processes have taken; returns how many it tried. */
  return async function deliverDue(): Promise<number> {
    await settleAll()
    for (const item of await outbox.due(now(), 20)) if (await attempt(item)) return 1
    return 0
  }
}

const lastTime = ({ created_time }: Item) => Date.parse(created_time) + patience
