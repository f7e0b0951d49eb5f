import { editorOf, statusOf } from '../fixtures.ts'
import type { Desk } from './desk.ts'
import { expect } from './desk.ts'

/** Something that a person does, from the open form to its result. */
export type Action = {
  name: string
  /** Opens the form and fills it. */
  prepare: (desk: Desk) => Promise<void>
  press: (desk: Desk) => Promise<void>
  /** The page says that it asks again. */
  asking: RegExp
  /** How it says in its own words that it was not done. */
  refusal?: RegExp
  done: (desk: Desk, soon: { timeout: number }) => Promise<void>
  /** How often the service has done it. */
  times: (desk: Desk) => Promise<number>
}

/** How many events of a type the service has recorded about the offer. */
const events =
  (type: string) =>
  async ({ service, offer }: Desk) => {
    const answer = await service.request(`/api/portal/history?publisher=contoso&offer=${offer.offerId}`)
    const { items }: { items: { type: string }[] } = await answer.json()
    return items.filter((event) => event.type === type).length
  }

export const actions: readonly Action[] = [
  {
    name: 'Go Live',
    async prepare(desk) {
      await desk.open(statusOf(desk.offer))
      await desk.page.getByRole('button', { name: 'Go Live' }).click()
      await expect(desk.page.getByRole('dialog').getByRole('button', { name: 'Go Live' })).toBeVisible()
    },
    press: ({ page }) => page.getByRole('dialog').getByRole('button', { name: 'Go Live' }).click(),
    asking: /it is unknown whether the action was carried out\. Asking the service again/,
    done: ({ text }, soon) => expect(text).toContainText('Publish in progress', soon),
    times: events('OfferGoLiveRequested'),
  },
  {
    name: 'Go Live together',
    async prepare({ open, page, offer }) {
      await open(`/approvals?q=${offer.name}`)
      await page.getByRole('checkbox', { name: offer.name }).check()
      await page.getByRole('button', { name: 'Go Live together…' }).click()
      await expect(page.getByRole('button', { name: 'Go Live: 1 offer' })).toBeEnabled()
    },
    press: ({ page }) => page.getByRole('button', { name: /^(Go Live|Try again): 1 offer/ }).click(),
    asking: /it is unknown whether the action was carried out\. Asking the service again/,
    done: ({ page }, soon) => expect(page.getByRole('dialog')).toContainText('Signed off: 1 of 1', soon),
    times: events('OfferGoLiveRequested'),
  },
  {
    name: 'Save',
    async prepare({ open, page, offer }) {
      await open(editorOf(offer))
      await page.getByRole('textbox', { name: /^Name/ }).fill(`${offer.name} 2`)
    },
    press: ({ page }) => page.getByRole('button', { name: 'Save', exact: true }).click(),
    asking: /No answer yet\. Asking the service again/,
    done: ({ page }, soon) => expect(page.getByRole('main')).toContainText('Last saved', soon),
    times: events('OfferSaved'),
  },
  {
    name: 'Create an offer',
    async prepare(desk) {
      desk.offer = { publisherId: 'contoso', offerId: `new-${desk.offer.offerId}`, name: `New ${desk.offer.name}` }
      await desk.open('/offers/new')
      await desk.page.getByRole('textbox', { name: 'Offer name' }).fill(desk.offer.name)
    },
    press: ({ page }) => page.getByRole('button', { name: 'Create the offer' }).click(),
    asking: /No answer yet\. Asking the service again/,
    done: ({ page, offer }, soon) => expect(page).toHaveURL(new RegExp(`${offer.offerId}/editor$`), soon),
    times: events('OfferCreated'),
  },
  {
    name: 'Save a view',
    async prepare({ open, page, offer }) {
      await open('/offers')
      await page.getByRole('button', { name: 'View', exact: true }).click()
      await page.getByRole('textbox', { name: 'Name of the view' }).fill(offer.name)
    },
    press: ({ page }) => page.getByRole('button', { name: 'Save this view' }).click(),
    asking: /No answer yet\. Asking the service again/,
    refusal: /This could not be saved\. Try again/,
    done: ({ page, offer }, soon) =>
      expect(page.getByRole('link', { name: offer.name, exact: true })).toBeVisible(soon),
    async times({ service, offer }) {
      const { items }: { items: { name: string }[] } = await (await service.request('/api/portal/views')).json()
      return items.filter(({ name }) => name === offer.name).length
    },
  },
]
