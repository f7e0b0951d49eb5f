import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { expect, inject, test } from 'vitest'
import { startBusyService } from '../support/busyProcess.ts'
import { databaseAt, dropDatabases } from '../support/database.ts'
import { expectOneStory } from '../support/ledger.ts'
import { manyOffers } from '../support/manyOffers.ts'
import { startService } from '../support/service.ts'

/** Accepts every mail and counts how often each arrived. */
async function mailbox() {
  const received = new Map<string, number>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        const id = /^Message-ID:\s*(\S+)/im.exec(text)![1]!
        received.set(id, (received.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await new Promise((ready) => server.server.once('listening', ready))
  const { port } = server.server.address() as AddressInfo
  return { received, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) }
}

test.skipIf(!inject('postgres'))(
  'two replicas over one PostgreSQL move 200 offers for twenty seconds: each transition once, each mail once',
  async () => {
    process.env.TEST_DATABASE_URL = inject('postgres')
    const place = await databaseAt(':memory:')
    const folder = await mkdtemp(join(tmpdir(), 'replicas-'))
    const mail = await mailbox()
    const service = await startService({ place, pace: 1 })
    await manyOffers(service, 200)

    const environment = { DATABASE_URL: place, DATA_DIR: folder, DEMO: '0', MARKETPLACE_PACE: '1', SMTP_URL: mail.url }
    const replicas = [startBusyService(environment), startBusyService(environment)]
    await wait(20_000)
    for (const replica of replicas) expect(await replica.end()).toBe('')

    const story = await expectOneStory(service.deps.db)
    expect(story.events).toBeGreaterThan(1_000)
    expect([...mail.received.values()].filter((times) => times !== 1)).toEqual([])
    const sent = await service.deps.db
      .selectFrom('notification')
      .selectAll()
      .where('sent_time', 'is not', null)
      .execute()
    expect(mail.received.size).toBe(sent.length)
    expect(sent.length).toBeGreaterThan(100)
    process.stdout.write(
      `Two replicas: ${story.events} transitions, ${sent.length} of ${story.notifications} mails sent\n`,
    )
    await service.close()
    await mail.close()
    await dropDatabases()
    await rm(folder, { recursive: true })
  },
)
