/** Something that waits to be delivered, as the outbox keeps it. */
type Item = { attempts: number; created_time: string; error: string | null }

/** How one attempt ended. Without `nextTime` there will be no other. */
type Ending = { sentTime?: Date; nextTime?: Date | undefined; error?: string | undefined }

type Outbox<T extends Item> = {
  /** Those whose time has come, longest due first. */
  due: (now: Date, limit: number) => Promise<T[]>
  /** Takes one for an attempt, until `until`; false when another process has taken it since it was read. */
  claim: (item: T, until: Date) => Promise<boolean>
  settle: (item: T, ending: Ending) => Promise<void>
}

/** Delivers one item; rejects when it has to be tried again. Answers what was not quite right, if anything. */
type Deliver<T extends Item> = (item: T) => Promise<string | undefined>

const minute = 60_000
/** Longer than any attempt takes: then a process that took an item and was killed is counted as gone. */
const lease = 10 * minute
const patience = 3 * 24 * 60 * minute
const longestWait = 60 * minute
/** Milliseconds until the next attempt, after so many: 30 seconds, 1 minute, 2 minutes, up to an hour. */
const backOff = (attempts: number) => Math.min(longestWait, 0.5 * minute * 2 ** Math.min(attempts, 20))

type Options<T extends Item> = {
  outbox: Outbox<T>
  deliver: Deliver<T>
  now: () => Date
  /** Told of an item that is given up. */
  onGivenUp: (item: T, reason: string) => void
}

/** Empties an outbox, from several replicas at once if need be: the one that claims an item delivers it. */
export function queue<T extends Item>({ outbox, deliver, now, onGivenUp }: Options<T>) {
  /** Whether this process, and no other, made an attempt. */
  async function attempt(item: T): Promise<boolean> {
    const time = now()
    if (!(await outbox.claim(item, new Date(time.getTime() + lease)))) return false
    const last = Date.parse(item.created_time) + patience
    if (time.getTime() > last) {
      await outbox.settle(item, { error: item.error ?? 'It was too old to be sent.' })
      return true
    }
    try {
      const error = await deliver(item)
      await outbox.settle(item, { sentTime: now(), error })
    } catch (error) {
      const nextTime = new Date(now().getTime() + backOff(item.attempts))
      const over = nextTime.getTime() > last
      const { message } = error as Error
      await outbox.settle(item, { nextTime: over ? undefined : nextTime, error: message })
      if (over) onGivenUp(item, message)
    }
    return true
  }

  /** Tries to deliver the item that is due first, past those that other processes have taken; answers how many it tried. */
  return async function deliverDue(): Promise<number> {
    for (const item of await outbox.due(now(), 20)) if (await attempt(item)) return 1
    return 0
  }
}
