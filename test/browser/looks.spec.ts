import type { Page } from '@playwright/test'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import { expect, historyOf, statusOf, test } from './fixtures.ts'
import { violations } from './violations.ts'

test('the tab’s title distinguishes an offer’s Status from its History, and History says once how old it is', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto(statusOf(offer))
  await expect(page.getByRole('main')).toContainText('Not published yet')
  await expect(page).toHaveTitle(/^Web server/)
  await page.getByRole('main').getByRole('link', { name: 'History' }).click()
  await expect(page).toHaveTitle(/^History: Web server/)
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveCount(1)
})

test('all pages end at the same edge on a wide screen', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.setViewportSize({ width: 1920, height: 900 })
  const edges = new Set<number>()
  for (const [path, region] of [
    ['/offers', 'All offers'],
    ['/history', 'History'],
    [statusOf(offer), 'What happens next'],
  ] as const) {
    await page.goto(path)
    const box = await page.getByRole('region', { name: region }).boundingBox()
    edges.add(Math.round(box!.x + box!.width))
  }
  expect([...edges]).toHaveLength(1)
})

test('"Overdue" stands on the line of the step that is overdue', async ({ page, service }) => {
  // The page goes by the clock of the computer.
  const month = 30 * 86_400_000
  service.clock.advance(-month)
  const offer = await service.anOffer({ name: 'Web server', type: 'microsoft-azure-container' })
  await service.operator.hold(offer)
  await service.publish(offer)
  for (let steps = 0; steps < 3; steps++) await service.step()
  service.clock.advance(month)
  await page.goto(statusOf(offer))
  const step = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
  const head = step.filter({ hasText: 'Overdue' }).getByRole('heading', { level: 3 }).locator('..')
  await expect(head.getByText('Overdue')).toBeVisible()
  const lines = await head.evaluate((head) => {
    const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
    const found: number[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      // An empty box stands on the line of the text before it.
      const box = document.createElement('span')
      box.style.display = 'inline-block'
      text.parentElement!.insertBefore(box, text.nextSibling)
      found.push(Math.round(box.getBoundingClientRect().bottom))
      box.remove()
    }
    return found
  })
  expect(lines.length).toBeGreaterThan(2)
  expect(new Set(lines)).toEqual(new Set([lines[0]]))
})

test('nothing that takes the focus hides under the top bar, backwards through a long list', async ({
  page,
  service,
}) => {
  for (let number = 1; number <= 30; number++) await service.anOffer({ name: `Web server ${number}` })
  await page.goto('/offers')
  const links = page
    .getByRole('main')
    .getByRole('row')
    .getByRole('link', { name: /Web server/ })
  await expect(links).toHaveCount(30)
  await links.last().focus()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(isCovered)).toBe(false)
  }
  await page.evaluate(() => scrollTo(0, 0))
  await page.getByRole('link', { name: 'Skip to content' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
})

test('on paper, a dark page is white and has no controls, but its times', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(statusOf(offer))
  await expect(page.locator('[data-theme=dark]').first()).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(page.locator('[data-theme=light]').first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Web server' })).toBeVisible()
  for (const name of ['Go Live', 'Refresh', 'Account'])
    await expect(page.getByRole('button', { name }).first()).toBeHidden()
  await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(0)
  await expect(page.locator('time').first()).toBeVisible()
})

test('forced colours show which tab and which page is open, without an accessibility violation', async ({
  page,
  service,
}) => {
  const failed = await service.anOffer({ name: 'Mail server', content: withBrokenSas })
  await service.publish(failed)
  await service.settle()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(historyOf(failed))
  await expect(page.getByRole('row').first()).toBeVisible()
  expect(await lines(page)).toEqual({ Status: false, Editor: false, History: true })
  expect(await violations(page)).toEqual([])
  await page.goto('/offers')
  await expect(page.getByRole('row').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
})

/** Whether the line under each tab differs from the page behind it. */
const lines = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('navigation')
    .first()
    .getByRole('link')
    .evaluateAll((tabs) =>
      Object.fromEntries(
        tabs.map((tab) => {
          const { borderBottomColor } = getComputedStyle(tab)
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.color = 'Canvas'
          const canvas = getComputedStyle(probe).color
          probe.remove()
          return [tab.textContent, borderBottomColor !== canvas]
        }),
      ),
    )

/** Whether something else covers the middle of the focused element. */
const isCovered = () => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return false
  const { left, top, width, height } = focused.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  return !(seen && (focused.contains(seen) || seen.contains(focused)))
}
