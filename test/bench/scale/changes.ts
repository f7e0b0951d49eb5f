import { setTimeout as wait } from 'node:timers/promises'
import { change } from '../../../src/service/store/changes.ts'
import { updateOffer } from '../../../src/service/store/offers.ts'
import { openStore } from '../../../src/service/store/open.ts'

/** Another process that holds and releases one offer after another of these publishers, as an operator does. */
export async function changing(place: string, publishers: string[]) {
  const { db, close } = await openStore(place)
  let held = false
  const once = async (publisherId: string) => {
    const offer = await db
      .selectFrom('offer')
      .select(['id', 'revision', 'indicator', 'action_rank', 'go_live_time'])
      .where('publisher_id', '=', publisherId)
      .limit(1)
      .executeTakeFirstOrThrow()
    held = !held
    await change(db, publisherId, (open) => updateOffer(open, offer, { held }))
  }
  let running = true
  /** Keeps to so many changes a second until it is stopped; returns how many there were a second. */
  const every = async (perSecond: number) => {
    const begun = performance.now()
    let count = 0
    for (; running; count++) {
      await once(publishers[count % publishers.length]!)
      const ahead = (count * 1_000) / perSecond - (performance.now() - begun)
      if (ahead > 0) await wait(ahead)
    }
    return (count * 1_000) / (performance.now() - begun)
  }
  return {
    once,
    every,
    stop: () => {
      running = false
    },
    close,
  }
}
