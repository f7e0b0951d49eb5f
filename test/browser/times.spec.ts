import { expect, historyOf, rowOf, statusOf, test } from './fixtures.ts'

test.use({ hasTouch: true })

test('the exact time with its zone is shown by keyboard and by touch, and opens no row (asked 15, asked 20)', async ({
  page,
  service,
}) => {
  await service.anOffer({ name: 'Mail server' })
  await service.anOffer({ name: 'Web server' })
  await page.goto('/offers?sort=-name')
  const time = rowOf(page, 'Web server').getByRole('button')
  const exact = page.getByRole('status').filter({ hasText: /\d{4} at \d+:\d\d:\d\d [AP]M GMT\+\d.*(ago|just now)/ })
  const link = (name: string) => rowOf(page, name).getByRole('link').first()
  await link('Web server').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(link('Mail server'), 'no tab stop for the time of a row').toBeFocused()
  await link('Web server').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(time).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rowOf(page, 'Mail server').getByRole('button')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(exact).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(exact).toBeHidden()
  await expect(time).toBeFocused()
  await time.tap()
  await expect(exact).toBeInViewport({ ratio: 1 })
  await exact.tap()
  await expect(page).toHaveURL('/offers?sort=-name')
})

test('times are in UTC when asked for, say so, and stay so (asked 15)', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.goto(statusOf(offer))
  const time = page.getByRole('main').locator('time').first()
  await expect(time).not.toContainText('UTC')
  await page.getByRole('button', { name: /^Language/ }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Local time (Europe/Paris)' })).toBeChecked()
  await page.getByRole('menuitemradio', { name: 'UTC' }).click()
  await expect(time).toContainText('UTC')
  await page.getByRole('button', { name: /^Language/ }).click()
  await page.getByRole('menuitemradio', { name: '한국어' }).click()
  await expect(time).toHaveText(/^\d+월 \d+일 (오전|오후) \d+:\d\d UTC$/)
  await page.reload()
  await expect(time).toContainText('UTC')
})

test('an offer’s history, whose rows have no link, has one tab stop for all its times (asked 15, asked 20)', async ({
  page,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await service.publish(offer)
  await service.settle()
  await page.goto(historyOf(offer))
  const times = page.getByRole('table').getByRole('button')
  await expect(times.nth(2)).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'History' }).focus()
  const stops: number[] = []
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab')
    const place = await times.evaluateAll((all) => all.findIndex((time) => time.matches(':focus')))
    if (place >= 0) stops.push(place)
  }
  expect(stops).toEqual([0])
  await times.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(times.nth(2)).toBeFocused()
})
