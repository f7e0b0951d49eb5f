// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleDefinition, withBrokenSas } from '../../src/service/demo/content.ts'
import { change } from '../../src/service/store/changes.ts'
import { createOffer } from '../../src/service/store/offers.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  await service.publish(await service.anOffer({ name: 'Broken', content: withBrokenSas }))
  await service.settle()
  await service.anOffer({ name: '=1+1', offerId: 'formula' })
  await service.anOffer({ publisherId: 'fabrikam', name: 'Théâtre 邮件', offerId: 'accents' })
})
afterAll(() => service.close())

type Person = 'avery' | 'camille'
const send = (method: string, body: unknown, as: Person = 'avery') =>
  service.request('/api/portal/views', { method, as, body: JSON.stringify(body) })
const views = async (as: Person = 'avery') => (await (await service.request('/api/portal/views', { as })).json()).items
const view = (name: string, more = {}) => ({ list: 'offers', name, search: 'status=failed', isDefault: false, ...more })

test('each account keeps views of its own, one of them per list as default (U20)', async () => {
  expect((await send('PUT', view('Failed', { isDefault: true }))).status).toBe(204)
  expect((await send('PUT', view('Mine', { search: 'attention=needsYou', isDefault: true }))).status).toBe(204)
  expect(await views()).toEqual([view('Failed'), view('Mine', { search: 'attention=needsYou', isDefault: true })])
  expect(await views('camille')).toEqual([])
  const session = await (await service.request('/api/portal/session')).json()
  expect(session.defaultViews).toEqual({ offers: 'attention=needsYou' })
  const gone = await service.request('/api/portal/views?list=offers&name=Mine', { method: 'DELETE', as: 'camille' })
  expect([gone.status, (await views()).length]).toEqual([204, 2])
  await service.request('/api/portal/views?list=offers&name=Mine', { method: 'DELETE' })
  expect(await views()).toEqual([view('Failed')])
})

test('a view is refused without a name, of an unknown list, with control characters, or beyond the limit', async () => {
  for (const wrong of [view(' '), view('x', { list: 'history' }), view('a\u0000b'), view('x'.repeat(61))])
    expect((await send('PUT', wrong)).status).toBe(400)
  for (let number = 1; number <= 50; number++) await send('PUT', view(`View ${number}`), 'camille')
  expect((await send('PUT', view('One more'), 'camille')).status).toBe(400)
  expect((await send('PUT', view('View 7', { search: '' }), 'camille')).status).toBe(204)
})

const fileOf = async (address: string, as: Person = 'avery') => {
  const answer = await service.request(address, { as })
  return { answer, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()) }
}

test('a list as it is filtered is a file that spreadsheets read and no cell of which is a formula (asked 17)', async () => {
  const { answer, text } = await fileOf('/api/portal/offers.csv?sort=name')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="offers.csv"')
  const [head, ...lines] = text.replace(/\r\n$/, '').split('\r\n')
  expect(head).toMatch(/^\u{FEFF}"Offer name","Offer ID","Offer type","Publisher","Status","Step"/u)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^"'=1\+1"/)
  expect(lines[1]).toContain('"The image of the plan')
  expect(lines[2]).toContain('"Théâtre 邮件"')
  expect((await fileOf('/api/portal/approvals.csv?status=failed')).text).toMatch(/\r\n"Broken",.*\r\n$/)
})

test('a French file separates by semicolons, as spreadsheets with a decimal comma expect (asked 17)', async () => {
  const { text } = await fileOf('/api/portal/offers.csv?language=fr-FR&status=failed')
  expect(text).toMatch(/^\u{FEFF}"Nom de l’offre";"ID d’offre";/u)
  expect(text).toContain('"Échec de la publication"')
})

test('a file has offers of the caller’s publishers only', async () => {
  expect((await fileOf('/api/portal/offers.csv', 'camille')).text).not.toContain('Théâtre')
})

test('a file has each offer once, although offers change, move and leave the list while it is read (asked 17)', async () => {
  const { request, deps, publish, close } = await startService({ at: '2026-03-02T09:00:00.000Z' })
  const names = Array.from({ length: 6_000 }, (_, number) => `Offer ${number}`)
  const idOf = (name: string) => name.toLowerCase().replace(' ', '-')
  const offerTypeId = 'microsoft-consulting-services'
  await change(deps.db, 'contoso', async (open) => {
    for (const name of names)
      await createOffer(
        open,
        { id: idOf(name), offerTypeId, definition: sampleDefinition(offerTypeId, name) },
        deps.now(),
      )
  })
  const { body } = await request('/api/portal/offers.csv?status=none&sort=name')
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('"Offer 1"')) text += (await reader.read()).value
  await publish({ publisherId: 'contoso', offerId: 'offer-0' })
  await publish({ publisherId: 'contoso', offerId: 'offer-999' })
  const renamed = { name: 'AAA', name_key: 'aaa' }
  await deps.db.updateTable('offer').set(renamed).where('id', '=', 'offer-998').execute()
  for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
  const ids = [...text.matchAll(/"(offer-\d+)"/g)].map(([, id]) => id!)
  expect(ids).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)).map(idOf))
  expect(text).toContain('"AAA"')
  await close()
})
