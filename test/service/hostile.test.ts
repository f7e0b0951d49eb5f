// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Content } from '../../src/contract/content.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { csvLine } from '../../src/service/http/csv.ts'
import { parseContent } from '../../src/service/publishing/parseContent.ts'
import { hostileTexts } from '../support/hostile.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.close())

const type = 'microsoft-consulting-services'
const version = 'api-version=2017-10-31'

test('there are hundreds of different texts, the same in every run', () => {
  expect(hostileTexts.length).toBeGreaterThan(1000)
  expect(hostileTexts.filter((text) => text.includes('alert')).length).toBeGreaterThan(500)
})

test('an offer’s content comes back to the letter', async () => {
  const definition = sampleDefinition(type, 'Workshop')
  // A password in an address is never returned.
  const texts = hostileTexts.filter((text) => !/:\/\/[^/]*@/.test(text))
  Object.assign(definition.offer, { hostile: texts })
  const address = `/api/publishers/contoso/offers/workshop?${version}`
  const put = await service.request(address, { method: 'PUT', body: JSON.stringify({ offerTypeId: type, definition }) })
  expect(put.status).toBe(201)
  const { definition: returned } = await (await service.request(address)).json()
  expect(returned.offer.hostile).toEqual(texts)
})

test('a review’s issues and reason come back to the letter, as text and never as elements', async () => {
  const offer = await service.anOffer({ type, name: 'Workshop' })
  await service.publish(offer)
  const isDecided = async () => (await service.operator.decisions(1)).total > 0
  while (!(await isDecided())) await service.step()
  const titles = hostileTexts.map((text) => text.toWellFormed().replaceAll('\0', ''))
  const reason = titles.join(' ¦ ')
  await service.operator.reject({
    ...offer,
    reason,
    issues: titles.map((title) => ({ title, link: 'https://dev.azure.com/1' })),
  })
  const { steps } = await (await service.request(`/api/publishers/contoso/offers/workshop/status?${version}`)).json()
  const content: Content = steps.flatMap((step: { messages: { content: Content }[] }) => step.messages).at(-1).content
  const links = partsOf(content).filter((part) => typeof part === 'object' && part.type === 'link')
  expect(links.map((link) => textOf([link]))).toEqual(titles.map(asHtmlKeeps))
  expect(textOf(content)).toContain(asHtmlKeeps(reason))
  const history = await (await service.request('/api/portal/history')).json()
  const { details } = history.items.find((event: { type: string }) => event.type === 'OfferStepRejected')
  expect(details.reviewIssues.map(({ title }: { title: string }) => title)).toEqual(titles)
})

test('HTML of a message becomes text, links to the web and to mailboxes, lists and emphasis, whatever it holds', () => {
  for (const text of hostileTexts)
    for (const part of partsOf(parseContent(text)).filter((part) => typeof part === 'object'))
      if (part.type === 'link') expect(part.href).toMatch(/^(?:https?|mailto):/i)
      else expect(part.type).toMatch(/^(?:list|item|emphasis|code|paragraph)$/)
})

test('a cell of a CSV file is no formula in any spreadsheet, and keeps its text', () => {
  for (const text of hostileTexts) {
    const line = csvLine([text])
    const cell = line.slice(1, -3).replaceAll('""', '"')
    const [first = '', ...others] = cell.split(/[;,\t\r\n]/)
    // Where the locale separates cells by another sign, quotes and spaces before the text do not count.
    for (const part of [first, ...others.map((other) => other.replace(/^["\s]*/, ''))])
      expect(part).not.toMatch(/^[=+\-@＝＋－＠]/)
    expect(cell.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
  }
})

const partsOf = (content: Content): Content =>
  content.flatMap((part) => (typeof part === 'string' ? [part] : [part, ...partsOf(part.children)]))
const textOf = (content: Content): string =>
  content.map((part) => (typeof part === 'string' ? part : textOf(part.children))).join('')

/** HTML has one kind of line break. */
const asHtmlKeeps = (text: string) => text.replace(/\r\n?/g, '\n')
