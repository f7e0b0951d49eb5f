import type { Field, Tab } from '../../../contract/forms.ts'
import { address, email, flag, html, image, lines, logo, required, rows, text, texts, within } from './field.ts'
import { leadFields } from './leads.ts'

const namespace = 'microsoft-azure-marketplace'

/** The name, under which the publisher knows the offer. */
export const settings: Tab = { name: 'settings', fields: [text('displayText', { required: true, limit: 50 })] }

/** Customers try the offer before they get it. */
export const testDrive: Tab = {
  name: 'testDrive',
  fields: within('microsoft-azure-marketplace-testdrive', [flag('enabled'), texts('videos')]),
}

const listingFields: Field[] = [
  text('title'),
  text('summary'),
  lines('longSummary'),
  html('description'),
  text('offerMarketingUrlIdentifier'),
  texts('allowedSubscriptions', { limit: 100 }),
  rows('usefulLinks', [text('linkTitle'), address('linkUrl', { required: true })]),
  texts('categories', { limit: 5 }),
  logo('smallLogo', 40, 40),
  logo('mediumLogo', 90, 90),
  logo('largeLogo', 115, 115),
  logo('wideLogo', 255, 115),
  logo('heroLogo', 815, 290),
  rows('screenshots', [text('title'), image('url')], { plain: 'url' }),
  rows('videos', [text('title'), address('url')], { plain: 'url' }),
  ...leadFields,
  address('privacyURL'),
  lines('termsOfUse'),
]

/** What every listing must have. */
const basics = ['title', 'summary', 'description', 'categories', 'smallLogo', 'mediumLogo', 'largeLogo'] as const
/** What listings of all types but consulting services must have. */
export const legal = ['privacyURL', 'termsOfUse'] as const
/** What an offer that runs in the customer's Azure subscription must have. */
export const inAzure = ['longSummary', 'offerMarketingUrlIdentifier', 'allowedSubscriptions'] as const

/** What customers see, with the fields that this type must have besides the basic ones, and those that only it has. */
export const listing = (name: 'marketplace' | 'storefront', must: readonly string[], own: Field[] = []): Tab => {
  const needed = new Set<string>([...basics, ...must])
  const fields = listingFields.map((field) => (needed.has(field.name) ? required(field) : field))
  return { name, fields: [...own, ...within(namespace, fields)] }
}

/** Who answers when Microsoft or a customer asks. */
export const contacts = (name: 'support' | 'contacts'): Tab => ({
  name,
  fields: within(namespace, [
    ...['engineering', 'support'].flatMap((who) =>
      [text(`${who}ContactName`), email(`${who}ContactEmail`), text(`${who}ContactPhone`)].map(required),
    ),
    address('publicAzureSupportUrl'),
    address('fairfaxSupportUrl'),
  ]),
})

export const technical = (offerNamespace: string, fields: Field[]): Tab => ({
  name: 'technical',
  fields: within(offerNamespace, fields),
})
