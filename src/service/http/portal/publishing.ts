import { type Context, Hono } from 'hono'
import { type ContentChanges, ContentChangesQuery } from '../../../contract/contentChanges.ts'
import { type GoLiveSchedule, ScheduleGoLive, UnscheduleGoLive } from '../../../contract/goLiveSchedule.ts'
import { DelistRequest } from '../../../contract/publish.ts'
import type { PublishCheck } from '../../../contract/publishCheck.ts'
import { longestDays, momentOf, type ScheduleFault } from '../../../contract/scheduledMoment.ts'
import type { OfferRequest } from '../../offers/act.ts'
import { contentChanges } from '../../offers/contentChanges.ts'
import { delistForPublisher } from '../../offers/listing.ts'
import { publishCheck } from '../../offers/publishCheck.ts'
import { scheduleGoLive, unscheduleGoLive } from '../../offers/scheduleGoLive.ts'
import { toSchedule } from '../../offers/statusAnswer.ts'
import { found, ProblemError } from '../../problems.ts'
import { person } from '../../publishing/actor.ts'
import { goLivePlanOf } from '../../store/offers.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { repeatable } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** What a publisher needs to know before an action. */
export const publishingRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/publishCheck', async (c) => {
      const { accountId } = c.get('caller')
      roleIn(c.get('caller'), c.req.param('publisherId'))
      return c.json((await publishCheck(deps, { ...c.req.param(), accountId })) satisfies PublishCheck)
    })
    .get('/publishers/:publisherId/offers/:offerId/changes', async (c) => {
      roleIn(c.get('caller'), c.req.param('publisherId'))
      const query = parse(ContentChangesQuery, c.req.query())
      return c.json((await contentChanges(deps, { ...c.req.param(), ...query })) satisfies ContentChanges)
    })
    .put('/publishers/:publisherId/offers/:offerId/goLiveSchedule', async (c) => {
      const request = actOf(c, c.req.param())
      const { operationId, ...local } = parse(ScheduleGoLive, await jsonBody(c))
      const meant = momentOf(local, deps.now())
      if ('fault' in meant) throw scheduleProblem(meant.fault)
      const { moment } = meant
      const { accountId } = c.get('caller')
      const { offer } = await scheduleGoLive(deps, {
        ...request,
        seen: { operationId },
        accountId,
        moment,
        zone: local.zone,
      })
      return c.json(toSchedule(found(goLivePlanOf(offer), 'The schedule')) satisfies GoLiveSchedule)
    })
    .delete('/publishers/:publisherId/offers/:offerId/goLiveSchedule', async (c) => {
      const request = actOf(c, c.req.param())
      await unscheduleGoLive(deps, { ...request, seen: parse(UnscheduleGoLive, c.req.query()) })
      return c.body(null, 204)
    })
    .post('/publishers/:publisherId/offers/:offerId/delist', async (c) => {
      const request = actOf(c, c.req.param())
      const { metadata: seen } = parse(DelistRequest, (await jsonBody(c)) ?? {})
      await delistForPublisher(deps, { ...request, seen, repeatable: await repeatable(c) })
      return c.body(null, 202)
    })

function actOf(c: Context<Env>, { publisherId, offerId }: { publisherId: string; offerId: string }): OfferRequest {
  mustWrite(c.get('caller'), publisherId)
  return { publisherId, offerId, actor: person(c.get('caller').email) }
}

const sentences: Record<ScheduleFault, string> = {
  unknownZone: 'There is no such time zone.',
  noSuchTime: 'The clocks of that time zone skip this time on that day.',
  timePassed: 'The time has passed.',
  timeTooFar: `The time is more than ${longestDays} days away.`,
}

function scheduleProblem(code: ScheduleFault) {
  const message = sentences[code]
  return new ProblemError('InvalidInput', message, [{ code, message }])
}
