// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import type { Marketplace } from '../../src/service/marketplace/marketplace.ts'
import { ProblemError } from '../../src/service/problems.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

const type = 'microsoft-azure-virtualmachines'
const draft = (name: string) => ({ offerTypeId: type, definition: sampleDefinition(type, name) })
const key = { headers: { 'idempotency-key': 'once' } }

let service: Service
let tool: ReturnType<typeof toolOf>
let id: string
/** What happens elsewhere while the marketplace considers an act. */
let meanwhile: () => Promise<unknown>
const submit = vi.fn<Marketplace['submit']>()
const signOff = vi.fn<Marketplace['signOff']>()

beforeEach(async () => {
  meanwhile = async () => {}
  service = await startService({
    deps: ({ marketplace }) => {
      submit.mockReset().mockImplementation(async (...asked) => {
        await meanwhile()
        return marketplace.submit(...asked)
      })
      signOff.mockReset().mockImplementation(async (...asked) => {
        await meanwhile()
        return marketplace.signOff(...asked)
      })
      return { marketplace: { ...marketplace, submit, signOff } }
    },
  })
  tool = toolOf(service)
  id = (await service.anOffer({ name: 'One' })).offerId
})
afterEach(() => service.close())

const save = (offerId: string, name: string) => tool.put(`/${offerId}`, draft(name), { headers: { 'if-match': '*' } })
const once = (work: () => Promise<unknown>) => {
  let done = false
  return async () => {
    if (!done) await work()
    done = true
  }
}

test('while the marketplace considers one offer, the publisher works on another', async () => {
  const other = (await service.anOffer({ name: 'Other' })).offerId
  meanwhile = async () => expect((await save(other, 'Better')).status).toBe(200)
  expect((await tool.publish(id)).status).toBe(202)
  expect(submit).toHaveBeenCalledTimes(1)
})

test('a draft saved while the marketplace considers it is published, once, as the same submission', async () => {
  meanwhile = once(() => save(id, 'Two'))
  const { status } = await tool.publish(id, key)
  expect(status).toBe(202)
  const asked = submit.mock.calls.map(([, request, by]) => [request.id, by.key])
  expect(asked).toHaveLength(2)
  expect(asked[1]).toEqual(asked[0])
  expect(await tool.submissions(id)).toHaveLength(1)
  expect((await tool.get(`/${id}/slot/draft`)).json.definition.displayText).toBe('Two')
})

test('Go Live is refused when the submission was canceled while the marketplace considered it', async () => {
  const offer = { publisherId: 'contoso', offerId: id }
  await service.publish(offer)
  await service.settle()
  meanwhile = once(() => service.cancel(offer))
  const { status, json } = await tool.post(`/${id}/golive`)
  expect([status, json.error.code]).toEqual([409, 'ActionNotAllowed'])
  expect((await tool.statusOf(id)).status).toBe('canceled')
})

test('a repeated request is answered as the first time, and the marketplace is not asked again', async () => {
  await tool.publish(id, key)
  await tool.publish(id, key)
  expect(submit).toHaveBeenCalledTimes(1)
})

test('an offer that changes again and again is given up, with nothing written', async () => {
  let saves = 0
  meanwhile = () => save(id, `Save ${++saves}`)
  const { status, json } = await tool.publish(id, key)
  expect([status, json.error.code]).toEqual([412, 'PreconditionFailed'])
  expect(submit).toHaveBeenCalledTimes(5)
  expect(await tool.submissions(id)).toEqual([])
})

test('a refusal of the marketplace reaches the publisher, with nothing written', async () => {
  submit.mockRejectedValue(new ProblemError('SubmissionRunning', 'Another submission is in progress.'))
  const { status, json } = await tool.publish(id)
  expect([status, json.error.message]).toEqual([409, 'Another submission is in progress.'])
  expect(await tool.submissions(id)).toEqual([])
})
