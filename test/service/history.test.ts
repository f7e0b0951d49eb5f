// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventTypes, History } from '../../src/contract/history.ts'
import { pageSize } from '../../src/contract/offerList.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type OfferKey, type Service, startService } from '../support/service.ts'

const machine = 'microsoft-azure-virtualmachines'
let service: Service
beforeEach(async () => {
  service = await startService({ at: '2026-03-02T08:00:00Z' })
})
afterEach(() => service.close())

const offerAddress = ({ publisherId, offerId }: OfferKey, rest = '') =>
  `/api/publishers/${publisherId}/offers/${offerId}${rest}?api-version=2017-10-31`

async function history(query = '', as?: 'minjun' | 'camille' | 'operator') {
  const answer = await service.request(`/api/portal/history${query}`, as && { as })
  expect(answer.status).toBe(200)
  return History.parse(await answer.json())
}

const save = (offer: OfferKey, name: string, headers = {}) =>
  service.request(offerAddress(offer), {
    method: 'PUT',
    body: JSON.stringify({ offerTypeId: machine, definition: sampleDefinition(machine, name) }),
    headers,
  })

const publish = (offer: OfferKey, headers = {}) =>
  service.request(offerAddress(offer, '/publish'), {
    method: 'POST',
    body: JSON.stringify({ metadata: { 'notification-emails': 'avery@contoso.com' } }),
    headers,
  })

describe('history', () => {
  const relay = { publisherId: 'contoso', offerId: 'relay' }

  test('shows who did what to an offer, from its first save to Live, newest first', async () => {
    await save(relay, 'Relay')
    await save(relay, 'Relay', { 'if-match': '*' })
    await publish(relay)
    await service.settle()
    await service.request(offerAddress(relay, '/golive'), { method: 'POST' })
    await service.settle()

    const { items, total } = await history('?publisher=contoso&offer=relay')
    expect(total).toBe(items.length)
    const oldestFirst = items.toReversed()
    expect(oldestFirst.slice(0, 3).map(({ type, actor, details }) => [type, actor, details.version])).toEqual([
      ['OfferCreated', 'avery@contoso.com', 1],
      ['OfferSaved', 'avery@contoso.com', 1],
      ['OfferPublishRequested', 'avery@contoso.com', 1],
    ])
    expect(items[0]).toMatchObject({ type: 'OfferWentLive', actor: 'marketplace', publisherName: 'Contoso' })
    expect(items.filter(({ type }) => type === 'OfferGoLiveRequested')).toHaveLength(1)
    expect(items.every(({ type }) => eventTypes.some((known) => known === type))).toBe(true)
    expect(items.map(({ time }) => time)).toEqual(
      items
        .map(({ time }) => time)
        .sort()
        .reverse(),
    )
  })

  test('has one event for each transition', async () => {
    await save(relay, 'Relay')
    await publish(relay)
    await service.settle()
    await service.request(offerAddress(relay, '/golive'), { method: 'POST' })
    await service.settle()
    const { revision } = await service.deps.db.selectFrom('submission').select('revision').executeTakeFirstOrThrow()
    const { total } = await history('?offer=relay')
    expect(total).toBe(1 + revision)
  })

  test('records a repeated request once', async () => {
    await save(relay, 'Relay')
    const again = { 'idempotency-key': 'one' }
    await publish(relay, again)
    await publish(relay, again)
    await publish(relay)
    expect((await history('?type=OfferPublishRequested')).total).toBe(1)
  })

  test('does not record refused requests', async () => {
    await save(relay, 'Relay')
    expect((await save(relay, 'Relay')).status).toBe(409)
    expect((await service.request(offerAddress(relay, '/golive'), { method: 'POST' })).status).toBe(409)
    expect((await history()).total).toBe(1)
  })

  test('shows each person the history of their own publishers, and the operator all', async () => {
    await save(relay, 'Relay')
    await save({ publisherId: 'fabrikam', offerId: 'twin' }, 'Twin')
    expect((await history('', 'camille')).items.map(({ offerId }) => offerId)).toEqual(['relay'])
    expect((await history('?publisher=fabrikam', 'camille')).items).toEqual([])
    expect((await history('', 'minjun')).items.map(({ offerId }) => offerId)).toEqual(['twin', 'relay'])
    expect((await history('', 'operator')).total).toBe(2)
    expect((await service.browser()('/api/portal/history')).status).toBe(401)
  })

  test('has pages, and an unchanged page gets 304', async () => {
    await save(relay, 'Relay')
    for (let saves = 0; saves < pageSize; saves++) await save(relay, 'Relay', { 'if-match': '*' })
    const first = await service.request('/api/portal/history')
    expect(History.parse(await first.json()).items).toHaveLength(pageSize)
    expect((await history('?page=2')).items.map(({ type }) => type)).toEqual(['OfferCreated'])
    const headers = { 'if-none-match': first.headers.get('etag')! }
    expect((await service.request('/api/portal/history', { headers })).status).toBe(304)
    expect((await service.request('/api/portal/history?page=0')).status).toBe(400)
  })

  test('is filtered by days, by part of a name or ID, and without completed steps', async () => {
    await save(relay, 'Relay 100%')
    await save({ publisherId: 'contoso', offerId: 'proxy' }, 'Proxy')
    await publish(relay)
    await service.settle()
    const all = await history('?q=RELAY')
    expect(new Set(all.items.map(({ offerId }) => offerId))).toEqual(new Set(['relay']))
    const without = await history('?q=relay&hide=completedSteps')
    expect(without.total).toBe(all.items.filter(({ type }) => type !== 'OfferStepCompleted').length)
    expect((await history('?q=0%25')).total).toBe(all.total)
    expect((await history('?q=nothing')).items).toEqual([])
    const { time } = all.items[0]!
    const at = encodeURIComponent(time)
    expect((await history(`?from=${at}`)).items.every((event) => event.time >= time)).toBe(true)
    expect((await history(`?to=${at}`)).items.every((event) => event.time < time)).toBe(true)
    // The same moment without milliseconds.
    expect((await history('?from=2026-03-02T08:00:00Z')).total).toBe((await history()).total)
    expect((await service.request('/api/portal/history?from=yesterday')).status).toBe(400)
    expect((await history('?q=relay', 'operator')).total).toBe(all.total)
  })

  test('finds the events of many offers that match a search, and counts as far as anyone turns pages', async () => {
    const { db } = service.deps
    await service.anOffer({ name: 'Relay' })
    const offer = await db.selectFrom('offer').selectAll().executeTakeFirstOrThrow()
    const many = Array.from({ length: 2_100 }, (_, index) => ({ ...offer, id: `relay-${index}`, name_key: 'relay' }))
    for (let from = 0; from < many.length; from += 300)
      await db
        .insertInto('offer')
        .values(many.slice(from, from + 300))
        .execute()
    const events = many.flatMap(({ id }) =>
      Array.from({ length: 5 }, () => ({
        publisher_id: 'contoso',
        offer_id: id,
        type: 'OfferSaved',
        time: '2026-03-02T08:00:00.000Z',
        actor_kind: 'system',
        actor: 'system',
        details: '{}',
      })),
    )
    for (let from = 0; from < events.length; from += 1_000)
      await db
        .insertInto('audit_event')
        .values(events.slice(from, from + 1_000))
        .execute()
    expect(await history('?q=relay')).toMatchObject({ total: 10_000, hasMore: true })
    expect(await history('?q=relay-20')).toMatchObject({ total: 555 })
  })

  test('never contains a secret of the offer', async () => {
    await save(relay, 'Relay')
    await publish(relay)
    await service.settle()
    const rows = await service.deps.db.selectFrom('audit_event').select('details').execute()
    expect(JSON.stringify(rows)).not.toMatch(/sig=|AccountKey|blob\.core/i)
  })
})

describe('the downloaded history', () => {
  const csv = async (query = '') => {
    const answer = await service.request(`/api/portal/history.csv${query}`, {
      headers: { 'accept-encoding': 'br, gzip' },
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { answer, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  }

  test('is UTF-8 with a byte order mark, has one line per event, and has a file name', async () => {
    await save({ publisherId: 'contoso', offerId: 'relay' }, 'Relais « Été », 中文')
    await save({ publisherId: 'contoso', offerId: 'other' }, 'Other')
    const { answer, bytes, text } = await csv('?offer=relay')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="history.csv"')
    expect(text.split('\r\n')).toEqual([
      '\ufeff"Event type","Date and time","Offer name","Offer ID","Publisher","Publisher ID","User","Version","Step","Reason","Findings","Member","Role","Changed","Webhook"',
      '"OfferCreated","2026-03-02T08:00:00.000Z","Relais « Été », 中文","relay","Contoso","contoso","avery@contoso.com","1","","","","","","",""',
      '',
    ])
  })

  test.each([
    ['=HYPERLINK("http://evil.example","Click")', `"'=HYPERLINK(""http://evil.example"",""Click"")"`],
    ['+1+cmd|calc', `"'+1+cmd|calc"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['=1＋1', `"'=1＋1"`],
  ])('gives the name %j to a spreadsheet as text only', async (name, cell) => {
    await save({ publisherId: 'contoso', offerId: 'relay' }, name)
    expect((await csv()).text).toContain(`,${cell},"relay",`)
  })

  const withReason = async (reason: string) => {
    const { publisherId, offerId } = await service.anOffer({ name: 'Relay' })
    const about = { publisher_id: publisherId, offer_id: offerId, actor_kind: 'microsoft', actor: 'microsoft' }
    const event = {
      ...about,
      type: 'OfferDelisted',
      time: '2026-03-02T08:00:00.000Z',
      details: JSON.stringify({ reason }),
    }
    await service.deps.db.insertInto('audit_event').values(event).execute()
    return (await csv()).text
  }

  test('keeps quotes and lines of a reason inside one cell', async () => {
    expect(await withReason('He said "hi", then\r\nleft')).toContain(
      ',"He said ""hi"", then\r\nleft","","","","",""\r\n',
    )
  })

  test.each([
    'Removed;=1+1',
    'Removed;\t=1+1',
    'Removed; "=1+1',
    'Removed\t+1+cmd|calc',
    'Removed,@SUM(A1)',
    'Removed;;-2',
    'Removed\n=1',
    '=1;=1',
  ])('gives no formula to a spreadsheet that separates cells by another sign: %j', async (reason) => {
    const text = await withReason(reason)
    for (const separator of [';', '\t', ','])
      for (const cell of text.split(/\r\n|\n/).flatMap((row) => row.split(separator)))
        expect(cell).not.toMatch(/^["\s]*[=+\-@]/)
  })

  test('contains every event, even when there are many', async () => {
    const offer = await service.anOffer({ name: 'Relay' })
    const about = {
      publisher_id: offer.publisherId,
      offer_id: offer.offerId,
      actor_kind: 'microsoft',
      actor: 'microsoft',
      details: '{}',
    }
    const rows = Array.from({ length: 2_500 }, (_, index) => ({
      ...about,
      type: 'OfferSaved',
      // Many at the same moment, so that a page ends among them.
      time: new Date(Date.parse('2026-01-01T00:00:00Z') + Math.floor(index / 7) * 1_000).toISOString(),
    }))
    for (let from = 0; from < rows.length; from += 500)
      await service.deps.db
        .insertInto('audit_event')
        .values(rows.slice(from, from + 500))
        .execute()
    const { answer, text } = await csv()
    // The answer is streamed: nothing waits for its end to compare or store it.
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store'])
    const lines = text.trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(2_500)
    const times = lines.map((line) => line.split('","')[1]!)
    expect(times).toEqual(times.toSorted().reverse())
  })

  test('contains only events that the caller may see', async () => {
    await save({ publisherId: 'fabrikam', offerId: 'twin' }, 'Twin')
    const answer = await service.request('/api/portal/history.csv', { as: 'camille' })
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(1)
  })
})
