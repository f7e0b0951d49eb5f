import { hostileTexts } from '../support/hostile.ts'
import { separator } from '../support/hostileAnswers.ts'
import { expect } from './fixtures.ts'
import { faults, test } from './hostilePage.ts'

// The browser says so when the service refuses, the router when a path is no text.
test.use({ expected: [/Failed to load resource|^warning: The URL path/] })

const addresses = [
  '/offers?q=',
  '/offers?type=',
  '/offers?publisher=',
  '/offers?status=',
  '/offers?page=',
  '/offers?sort=',
  '/history?q=',
  '/history?type=',
  '/history?from=',
  '/nothing/',
  '/publishers/contoso/offers/',
  '/sign-in/failed?reason=',
  '/sign-in/failed?returnTo=',
  '/offers/new?copyOf=',
  '/publishers/contoso/offers/contoso-vpn-gateway/editor?field=',
  '/publishers/contoso/offers/contoso-vpn-gateway/editor?plan=',
  '/publishers/contoso/offers/contoso-vpn-gateway/status#step=',
  '/account?',
]

test.describe.configure({ timeout: 120_000 })

test('a hostile text in the address does nothing, and the search shows it to the letter', async ({ page }) => {
  // Each text at three addresses, and each address with texts of several kinds.
  const chunks = Array.from({ length: Math.ceil(hostileTexts.length / 80) }, (_, index) =>
    hostileTexts
      .slice(index * 80, index * 80 + 80)
      .map((text) => text.slice(0, 24).toWellFormed().replaceAll('\0', ''))
      .join(separator),
  )
  await page.goto('/offers')
  const found: string[] = []
  for (const [index, chunk] of chunks.entries())
    for (const [at, address] of addresses.entries()) {
      if ((at + index) % 6 > 0) continue
      await page.evaluate((path) => {
        history.pushState(null, '', path)
        dispatchEvent(new PopStateEvent('popstate'))
        return new Promise((drawn) => requestAnimationFrame(drawn))
      }, address + encodeURIComponent(chunk))
      if (index < 6) found.push(...(await faults(page)).map((fault) => `${address}: ${fault}`))
    }
  // What was looked for stands in the field, and comes back with the address.
  for (const text of [hostileTexts[0]!, hostileTexts[200]!, '{{name}} $t(app)', 'שלום <b>']) {
    const typed = text.replace(/\s+/g, ' ').trim()
    await page.goto(`/offers?q=${encodeURIComponent(typed)}`)
    await expect(page.getByRole('searchbox')).toHaveValue(typed)
  }
  expect(found).toEqual([])
  await expect(page.locator('#root')).not.toBeEmpty()
})
