import { expect, rowOf, test } from './fixtures.ts'

const systems = { dark: { colorScheme: 'dark' }, highContrast: { contextOptions: { contrast: 'more' } } } as const

for (const [theme, options] of Object.entries(systems))
  test.describe(`a reader whose system asks for the theme ${theme}`, () => {
    test.use(options)

    test('sees the offers in that theme from the first visit', async ({ page, service }) => {
      await service.anOffer({ name: 'Contoso Mail Relay' })
      await page.goto('/offers')
      await expect(rowOf(page, 'Contoso Mail Relay')).toBeVisible()
      await expect(page.locator(`[data-theme="${theme}"]`).first()).toBeVisible()
    })
  })
