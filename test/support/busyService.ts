/** The service as a separate process without page and port, with publishers that act all the time; tests kill it. */
import { setTimeout as wait } from 'node:timers/promises'
import { openService } from '../../src/service/boot.ts'
import { cancel } from '../../src/service/offers/cancel.ts'
import { publish } from '../../src/service/offers/publish.ts'
import { signOff } from '../../src/service/offers/signOff.ts'
import { person } from '../../src/service/publishing/actor.ts'
import { readSettings } from '../../src/service/settings.ts'

const complain = (error: Error) => process.stderr.write(`${error.stack}\n`)
const { deps, close } = await openService(readSettings(process.env), complain)
const { db } = deps
process.stdout.write('open\n')

const request = {
  actor: person('avery@contoso.com'),
  notificationEmails: 'avery@contoso.com',
  language: 'en-US' as const,
}

let ending = false
process.once('SIGTERM', () => {
  ending = true
})
while (!ending) {
  const offers = await db
    .selectFrom('offer')
    .select(['publisher_id', 'id', 'indicator', 'revision'])
    .where('indicator', 'in', ['awaitingSignoff', 'live', 'canceled'])
    .orderBy('changed_time')
    .limit(25)
    .execute()
  for (const { publisher_id, id, indicator, revision } of offers) {
    const offer = {
      ...request,
      publisherId: publisher_id,
      offerId: id,
      repeatable: { key: `at-${revision}`, hash: '' },
    }
    const act = indicator !== 'awaitingSignoff' ? publish : revision % 5 === 0 ? cancel : signOff
    // Another process may have acted first: then the service must refuse, and nothing more.
    await act(deps, offer).catch((error) => error.code === 'ActionNotAllowed' || complain(error))
  }
  await wait(50)
}
await close()
process.exit()
