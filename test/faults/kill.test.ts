import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { stories } from '../../src/service/demo/stories.ts'
import { openStore } from '../../src/service/store/open.ts'
import { startBusyService } from '../support/busyProcess.ts'
import { expectOneStory } from '../support/ledger.ts'
import { manyOffers } from '../support/manyOffers.ts'
import { type Service, startService } from '../support/service.ts'

const seed = Number(process.env.SEED || Math.floor(Math.random() * 2 ** 31))
process.stdout.write(`The moments of the kills follow from SEED=${seed}\n`)
let drawn = seed
/** Mulberry32: the same seed gives the same moments. */
function random() {
  drawn = (drawn + 0x6d2b79f5) | 0
  let mixed = Math.imul(drawn ^ (drawn >>> 15), 1 | drawn)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const inFolder = async (work: (folder: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'kill-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Advances by ten seconds until no step can still be running. */
async function rest({ clock, tick }: Service) {
  for (let looks = 0; looks < 12; looks++) {
    clock.advance(10_000)
    await tick()
  }
}

test('a service that is killed fifty times while 200 offers move loses nothing and repeats nothing', async () => {
  await inFolder(async (folder) => {
    const place = join(folder, 'dashboard.db')
    const before = await startService({ place, pace: 1 })
    await manyOffers(before, 200)
    await before.close()

    let complaints = ''
    for (let kills = 0; kills < 50; kills++) {
      const service = startBusyService({ DATA_DIR: folder, DEMO: '0', MARKETPLACE_PACE: '1' })
      // One in five is killed while it opens the database, the others while they move offers.
      if (random() > 0.2) await service.open
      await wait(random() * 500)
      complaints += await service.kill()
    }
    expect(complaints).toBe('')

    const after = await startService({ place, pace: 1 })
    const { db } = after.deps
    expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows).toEqual([
      { integrity_check: 'ok' },
    ])
    const halfway = await expectOneStory(db)
    expect(halfway.events).toBeGreaterThan(1_000)

    await rest(after)
    for (const { publisher_id: publisherId, id: offerId, status } of await db.selectFrom('offer').selectAll().execute())
      if (status === 'waitingForPublisherReview') await after.goLive({ publisherId, offerId })
    await rest(after)
    const story = await expectOneStory(db)
    process.stdout.write(
      `${story.submissions} submissions, ${story.events} events, ${story.notifications} notifications, fifty kills\n`,
    )
    const ends = await db.selectFrom('offer').select('status').distinct().execute()
    expect(ends.map(({ status }) => status).filter((status) => status !== 'canceled')).toEqual(['succeeded'])
    await after.close()
  })
})

test('a first start that is killed leaves an empty database or a complete one', async () => {
  for (let kills = 0; kills < 8; kills++)
    await inFolder(async (folder) => {
      const environment = { DATA_DIR: folder, DEMO: '1', MARKETPLACE_PACE: '60' }
      const first = startBusyService(environment)
      await wait(250 + random() * 500)
      await first.kill()
      const second = startBusyService(environment)
      await second.open
      expect(await second.kill()).toBe('')
      const { db, close } = await openStore(join(folder, 'dashboard.db'))
      expect((await db.selectFrom('offer').select('id').execute()).length).toBe(stories.length)
      await close()
    })
})
