// @vitest-environment node
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferList } from '../../src/contract/offerList.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { change } from '../../src/service/store/changes.ts'
import { deleteOffer } from '../../src/service/store/deleteOffer.ts'
import { createOffer, oneOffer, updateOffer } from '../../src/service/store/offers.ts'
import { searchKey } from '../../src/service/store/searchKey.ts'
import { manyNames, manyPublishers } from '../support/manyNames.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
const at = new Date('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  service = await startService()
  await manyPublishers(service)
})
afterAll(() => service.close())

const type = 'microsoft-consulting-services'
let count = 0
const add = (name: string, publisherId = 'contoso') =>
  change(service.deps.db, publisherId, async (open) => {
    const definition = sampleDefinition(type, name)
    const id = `id-${++count}`
    await createOffer(open, { id, offerTypeId: type, definition }, at)
    return id
  })

const search = async (q: string, others = '', as: 'avery' | 'noor' = 'avery'): Promise<OfferList> =>
  (await service.request(`/api/portal/offers?q=${encodeURIComponent(q)}${others}`, { as })).json()
const named = async (...request: Parameters<typeof search>) =>
  (await search(...request)).items.map(({ name }) => name).toSorted()

const names = [
  'Backup für Büros',
  '클라우드 백업',
  '云备份与恢复',
  '云 备',
  'ＶＭ Gateway 100%',
  'vm_gateway "small"',
  "D'Arcy & Söhne",
  'İstanbul',
]

test('a text is found anywhere in a name, in every script and at any length', async () => {
  for (const name of names) await add(name)
  for (const name of names) expect(await named(name)).toContain(name)
  expect(await named('备份')).toEqual(['云备份与恢复'])
  expect(await named('云')).toEqual(['云 备', '云备份与恢复'])
  expect(await named('복')).toEqual([])
  expect(await named('백업')).toEqual(['클라우드 백업'])
  expect(await named('BACKUP FÜR')).toEqual(['Backup für Büros'])
  expect(await named('vm')).toEqual(['vm_gateway "small"', 'ＶＭ Gateway 100%'].toSorted())
  expect(await named('m_g')).toEqual(['vm_gateway "small"'])
  expect(await named('00%')).toEqual(['ＶＭ Gateway 100%'])
  expect(await named('"sm')).toEqual(['vm_gateway "small"'])
  expect(await named("d'a")).toEqual(["D'Arcy & Söhne"])
  const whole = await search('id-1', '&sort=name')
  expect(whole.items.map(({ offerId }) => offerId)).toContain('id-1')
})

test('a search finds exactly what comparing every name finds', async () => {
  const letter = fc.constantFrom('a', 'B', 'ß', '云', '백', ' ', '%', '_', '\\', '"', "'", '😀', 'Ｖ')
  const text = fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''))
  const all: string[] = []
  await fc.assert(
    fc.asyncProperty(text, text, async (name, q) => {
      all.push(`random ${name}`)
      await add(`random ${name}`, 'publisher-7')
      if (!q.trim()) return
      const expected = all.filter((each) => searchKey(each).includes(searchKey(q.trim())))
      const found = await search(q, '&publisher=publisher-7')
      const byId = found.items.filter(({ name }) => !searchKey(name).includes(searchKey(q.trim())))
      expect(byId).toEqual([])
      expect([found.total, found.hasMore]).toEqual([expected.length, undefined])
    }),
    { numRuns: 100 },
  )
})

test('a renamed offer is found by its new name, a deleted one no longer, and another account finds nothing', async () => {
  const id = await add('Zeppelin')
  expect([await named('zeppelin'), await named('zeppelin', '', 'noor')]).toEqual([['Zeppelin'], []])
  await change(service.deps.db, 'contoso', async (open) =>
    updateOffer(open, (await oneOffer(open.tx)('contoso', id))!, {
      draft: { version: 1, name: 'Airship', savedTime: at },
    }),
  )
  expect([await named('zeppelin'), await named('airship')]).toEqual([[], ['Airship']])
  await change(service.deps.db, 'contoso', (open) => deleteOffer(open, id))
  expect(await named('airship')).toEqual([])
})

test('more than a thousand offers with a text are not counted, but sorted, filtered and paged', async () => {
  await manyNames(service, 1_100)
  const first = await search('relay', '&sort=name')
  expect([first.total, first.hasMore, first.counts, first.attention]).toEqual([1_000, true, undefined, undefined])
  expect(first.items.slice(0, 2).map(({ name }) => name)).toEqual(['Relay', 'Relay 0000'])
  expect((await search('relay', '&sort=-name&page=2')).items[0]?.name).toBe('Relay 1049')
  expect((await search('relay', '&page=20')).items).toHaveLength(50)
  expect((await search('relay', '&page=21')).items).toEqual([])
  const failed = await search('relay', '&status=failed')
  expect([failed.total, failed.hasMore, failed.counts]).toEqual([11, undefined, undefined])
  expect(await search('relay 01')).toMatchObject({ total: 100, counts: { failed: 1, live: 99 } })
  expect((await search('re')).hasMore).toBe(true)
})

test('at a publisher without access nothing is found', async () => {
  const answer = await service.request('/api/portal/offers?q=contoso&publisher=nobody', { as: 'avery' })
  expect(await answer.json()).toMatchObject({ items: [], total: 0 })
})
