import type { Locator, Page } from '@playwright/test'
import { expect, statusOf, test } from './fixtures.ts'

// After Go Live the offer stays in progress long enough to be seen, however busy the machine is.
test.use({ pace: 30 })

/** Presses Tab until the element has the focus, like a person without a mouse. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('an offer is found, opened and taken live by keyboard alone', async ({ page, service }) => {
  test.setTimeout(60_000)
  const offer = await service.anOffer({ name: 'Web server' })
  await service.anOffer({ name: 'Mail server' })
  await service.publish(offer)
  await service.settle()
  await page.goto('/offers')
  await expect(page.getByRole('row')).toHaveCount(3)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('web')
  await expect(page.getByRole('row')).toHaveCount(2)
  await tabTo(page, page.getByRole('link', { name: 'Web server' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(statusOf(offer))

  const goLive = page.getByRole('button', { name: 'Go Live' })
  await tabTo(page, goLive)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Go Live' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(goLive).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('button', { name: 'Go Live' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('Publish in progress')
})

test('menus open, choose and close by keyboard', async ({ page }) => {
  await page.goto('/offers')
  const language = page.getByRole('button', { name: /^Language/ })
  await tabTo(page, language)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(language).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(page.getByRole('button', { name: '简体中文' })).toBeFocused()
})

test('a dialog that is closed returns the focus to the button that opened it', async ({ page }) => {
  for (const [path, name] of [
    ['/account', 'New token'],
    ['/publishers/contoso/users', 'Invite user'],
  ] as const) {
    await page.goto(path)
    const opener = page.getByRole('button', { name, exact: true })
    await opener.press('Enter')
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
})
