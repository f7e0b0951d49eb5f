import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { languages } from '../../src/contract/languages.ts'
import { withBrokenSas, withoutLeadDestination } from '../../src/service/demo/content.ts'
import type { OfferKey } from '../support/service.ts'
import { expect, statusOf, test } from './fixtures.ts'

/** Presses Tab until the element has the focus, like a person without a mouse. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

const press = async (page: Page, target: Locator) => {
  await expect(target).toBeVisible()
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

type Words = { [key: string]: string & Words }
const wordsOf = (language: string, file: string): Words =>
  JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8'))

for (const language of languages)
  test.describe(`by keyboard alone, in ${language}`, () => {
    test.use({ locale: language })
    test.setTimeout(90_000)
    const [editor, fields, offers, status] = ['editor', 'fields', 'offers', 'status'].map((file) =>
      wordsOf(language, file),
    )
    const place = (tab: string, target: string) =>
      fields!.place!.replace('{{tab}}', fields![`tab.${tab}`]!).replace('{{label}}', fields![target]!)

    /** From the reported fault to its field. */
    async function openField(page: Page, offer: OfferKey, tab: string, target: string) {
      await page.goto(statusOf(offer))
      await press(page, page.getByRole('link', { name: place(tab, target) }).first())
      await expect(page).toHaveURL(/\/editor\?field=/)
    }

    /** From the corrected draft to Live. */
    async function publishAndGoLive(page: Page) {
      const dialog = page.getByRole('dialog')
      await press(page, dialog.getByRole('button', { name: status!.action!.publish, exact: true }))
      const goLive = page.getByRole('button', { name: status!.action!.goLive, exact: true })
      await expect(goLive).toBeEnabled({ timeout: 40_000 })
      await expect(goLive).not.toHaveAttribute('aria-disabled', 'true', { timeout: 40_000 })
      await press(page, goLive)
      await press(page, dialog.getByRole('button', { name: status!.action!.goLive, exact: true }))
      await expect(page.getByRole('main').getByText(offers!.indicator!.live!, { exact: true }).first()).toBeVisible({
        timeout: 40_000,
      })
    }

    test('a consulting service without lead destination goes from its fault to Live', async ({ page, service }) => {
      const type = 'microsoft-consulting-services'
      const offer = await service.anOffer({ type, name: 'Workshop', content: withoutLeadDestination })
      await service.publish(offer)
      await service.settle()
      const target = 'microsoft-azure-marketplace.leadDestination'
      await openField(page, offer, 'storefront', target)
      await expect(page.getByLabel(fields![target]!).and(page.locator('select'))).toBeFocused()
      for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+s')
      await press(page, page.getByRole('link', { name: editor!.fault!.publishAgain }))
      await publishAndGoLive(page)
    })

    test('a virtual machine with a broken SAS address goes from its fault to Live', async ({ page, service }) => {
      const offer = await service.anOffer({ name: 'Server', content: withBrokenSas })
      await service.publish(offer)
      await service.settle()
      await openField(page, offer, 'plans', 'plans.microsoft-azure-virtualmachines.vmImages')
      await expect(page.locator('input:focus')).toHaveValue('1.0.0')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Control+a')
      const period = 'st=2018-06-01T00:00:00Z&se=2030-06-01T00:00:00Z'
      await page.keyboard.insertText(`https://contoso.blob.core.windows.net/vhds/a.vhd?${period}&sp=rl&sig=c2FtcGxl`)
      await page.keyboard.press('Control+s')
      await press(page, page.getByRole('link', { name: editor!.fault!.publishAgain }))
      await publishAndGoLive(page)
    })

    test('a rejected Azure application is corrected, published again and goes live', async ({ page, service }) => {
      const offer = await service.anOffer({ type: 'microsoft-azure-applications', name: 'Solution' })
      await service.publish(offer)
      await service.settle()
      await service.goLive(offer)
      await service.operator.reject({
        ...offer,
        issues: [{ title: 'The summary is too short', link: 'https://dev.azure.com/x/1' }],
      })
      await page.goto(statusOf(offer))
      await press(page, page.getByRole('link', { name: offers!.offer!.tab!.editor, exact: true }))
      await press(page, page.getByRole('link', { name: fields!['tab.marketplace'], exact: true }))
      await tabTo(page, page.locator('input[name="offer.microsoft-azure-marketplace:summary"]'))
      await page.keyboard.press('End')
      await page.keyboard.insertText(' It says more now.')
      await page.keyboard.press('Control+s')
      await expect(page.getByRole('button', { name: editor!.save, exact: true })).toHaveAttribute(
        'aria-disabled',
        'true',
      )
      await press(page, page.getByRole('link', { name: offers!.offer!.tab!.status, exact: true }))
      await press(page, page.getByRole('button', { name: status!.action!.publish, exact: true }))
      await publishAndGoLive(page)
    })
  })

test('Back and Forward with unsaved changes ask first, and staying keeps what was typed', async ({ page, service }) => {
  const offer = await service.anOffer({ name: 'Server' })
  await page.goto(statusOf(offer))
  const link = (name: string) =>
    page.getByRole('navigation', { name: 'Offer' }).getByRole('link', { name, exact: true })
  await link('Editor').click()
  await link('History').click()
  await page.goBack()
  const name = page.getByLabel('Name')
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (const go of ['back', 'forward'] as const) {
    await name.fill(`Server ${go}`)
    await page.evaluate((go) => history[go](), go)
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await expect(name).toHaveValue(`Server ${go}`)
    await expect(page).toHaveURL(/\/editor/)
  }
  await name.press('End')
  await name.pressSequentially('!')
  await page.evaluate(() => history.back())
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(statusOf(offer))
})
