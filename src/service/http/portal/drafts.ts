import { Hono } from 'hono'
import type { Draft } from '../../../contract/draft.ts'
import { NewOffer } from '../../../contract/newOffer.ts'
import type { Offer } from '../../../contract/offers.ts'
import type { PictureCheck } from '../../../contract/pictureCheck.ts'
import type { TestLead } from '../../../contract/testLead.ts'
import { deleteDraft } from '../../offers/deleteDraft.ts'
import { draftOf } from '../../offers/draft.ts'
import { newOffer } from '../../offers/newOffer.ts'
import { pictureCheck } from '../../offers/pictureCheck.ts'
import { testLead } from '../../offers/testLead.ts'
import { withoutSecrets } from '../../offerTypes/secrets.ts'
import { person } from '../../publishing/actor.ts'
import { toOffer } from '../../store/offers.ts'
import { mustWrite, roleIn } from '../access.ts'
import { jsonBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { repeatable } from '../idempotencyKey.ts'
import type { Env } from '../identity.ts'
import { parse } from '../problems.ts'

/** What the Editor needs besides the documented API. */
export const draftRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/publishers/:publisherId/offers/:offerId/draft', async (c) => {
      roleIn(c.get('caller'), c.req.param('publisherId'))
      return c.json((await draftOf(deps, c.req.param())) satisfies Draft)
    })
    .post('/publishers/:publisherId/offers/:offerId/testLead', async (c) => {
      mustWrite(c.get('caller'), c.req.param('publisherId'))
      return c.json((await testLead(deps, c.req.param())) satisfies TestLead)
    })
    .post('/publishers/:publisherId/offers/:offerId/pictureCheck', async (c) => {
      mustWrite(c.get('caller'), c.req.param('publisherId'))
      return c.json((await pictureCheck(deps, c.req.param())) satisfies PictureCheck)
    })
    .post('/publishers/:publisherId/offers', async (c) => {
      const { publisherId } = c.req.param()
      mustWrite(c.get('caller'), publisherId)
      const actor = person(c.get('caller').email)
      const { offer, definition } = await newOffer(deps, {
        publisherId,
        actor,
        offer: parse(NewOffer, await jsonBody(c)),
        repeatable: await repeatable(c),
      })
      return c.json(toOffer(offer, offer.version, withoutSecrets(definition)) satisfies Offer, 201)
    })
    .delete('/publishers/:publisherId/offers/:offerId', async (c) => {
      const address = c.req.param()
      mustWrite(c.get('caller'), address.publisherId)
      await deleteDraft(deps, { ...address, actor: person(c.get('caller').email), repeatable: await repeatable(c) })
      return c.body(null, 204)
    })
