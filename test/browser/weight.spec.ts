import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const kilobyte = 1024

test('the first row is on screen within 154 KB, and another language costs at most 10 KB more', async ({
  browser,
  baseURL,
  service,
}) => {
  for (let number = 1; number <= 60; number++) await service.anOffer({ name: `Web server ${number}` })

  const bytes: Record<string, number> = {}
  for (const locale of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR']) {
    const context = await browser.newContext({ baseURL, locale })
    bytes[locale] = await bytesToFirstRow(context)
    await context.close()
  }
  test.info().annotations.push({ type: 'bytes until the first row', description: JSON.stringify(bytes) })
  const html = await (await fetch(new URL('/offers', baseURL), { headers: { accept: 'text/html' } })).text()
  expect(html, 'the styles of the first row come with the HTML').toContain('data-make-styles-bucket')
  expect(bytes['en-US']).toBeLessThanOrEqual(154 * kilobyte)
  for (const total of Object.values(bytes)) expect(total - bytes['en-US']!).toBeLessThanOrEqual(10 * kilobyte)
})

async function bytesToFirstRow(context: BrowserContext) {
  const page = await context.newPage()
  const counter = await countBytes(page)
  await page.goto('/offers')
  await expect(page.getByRole('row').nth(1)).toContainText('Web server')
  return counter.bytes()
}

/** Bytes over the wire including headers, as the DevTools protocol counts them. */
async function countBytes(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let sum = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum += encodedDataLength
  })
  return { bytes: () => sum }
}
