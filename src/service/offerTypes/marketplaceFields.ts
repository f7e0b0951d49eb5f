const named = (...properties: string[]) => properties.map((property) => `microsoft-azure-marketplace.${property}`)

/** Groups of fields that many offer types require. */
export const listing = named('title', 'summary', 'description', 'categories')
export const logos = named('smallLogo', 'mediumLogo', 'largeLogo')
export const legal = named('privacyURL', 'termsOfUse')
export const contacts = named(
  'engineeringContactName',
  'engineeringContactEmail',
  'engineeringContactPhone',
  'supportContactName',
  'supportContactEmail',
  'supportContactPhone',
)

/** What a whole listing has; some types ask for more in between. */
export const wholeListing = [...listing, ...logos, ...legal, ...contacts]
