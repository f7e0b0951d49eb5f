import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { withBrokenSas } from '../../src/service/demo/content.ts'
import type { Service } from '../support/service.ts'
import { expect, test } from './fixtures.ts'

const container = 'microsoft-azure-container'

/** 300 offers: five need their publisher, of which one failed last, and two are overdue. */
async function fullDesk(service: Service) {
  for (let number = 1; number <= 293; number++) await service.anOffer({ name: `Resting ${number}` })
  const held = async (name: string) => {
    const offer = await service.anOffer({ name, type: container })
    await service.operator.hold(offer)
    await service.publish(offer)
    for (let steps = 0; steps < 3; steps++) await service.step()
  }
  await held('Longest overdue')
  service.clock.advance(86_400_000)
  await held('Overdue')
  service.clock.advance(20 * 86_400_000)
  for (const number of [1, 2, 3]) await service.publish(await service.anOffer({ name: `At sign-off ${number}` }))
  await service.publish(await service.anOffer({ name: 'Failed before', content: withBrokenSas }))
  await service.settle()
  service.clock.advance(60_000)
  await service.publish(await service.anOffer({ name: 'Failed last', content: withBrokenSas }))
  await service.settle()
}

const names = (page: Page) => page.getByRole('rowheader').getByRole('link')

test('among 300 offers, the keyboard finds what needs me, the longest overdue, and why the newest failure failed, in four languages', async ({
  browser,
  baseURL,
  service,
}) => {
  test.setTimeout(120_000)
  await fullDesk(service)
  const { items } = await (await service.request('/api/portal/offers?status=failed')).json()
  const { code, values } = items[0].reason
  for (const locale of ['en-US', 'zh-CN', 'fr-FR', 'ko-KR']) {
    const messages: Record<string, string> = JSON.parse(readFileSync(`locales/${locale}/messages.json`, 'utf8'))
    const reason = messages[code]!.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name])
    const context = await browser.newContext({ baseURL, locale })
    const page = await context.newPage()
    await page.goto('/offers')
    await expect(names(page)).toHaveCount(50)

    await page.keyboard.press('n')
    await expect(names(page)).toHaveText([
      'Failed last',
      ...['At sign-off 1', 'At sign-off 2', 'At sign-off 3', 'Failed before'].map(
        () => /^(At sign-off \d|Failed before)$/,
      ),
    ])

    await page.keyboard.press('o')
    await expect(names(page)).toHaveText(['Longest overdue', 'Overdue'])

    await page.keyboard.press('f')
    await expect(names(page)).toHaveText(['Failed last', 'Failed before'])
    await expect(page.getByRole('row', { name: 'Failed last' })).toContainText(reason)
    await page.keyboard.press('j')
    await expect(page.getByRole('link', { name: 'Failed last' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failed last')
    await page.goBack()
    await expect(page.getByRole('link', { name: 'Failed last' })).toBeFocused()
    await context.close()
  }
})
