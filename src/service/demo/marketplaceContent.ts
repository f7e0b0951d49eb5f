const logo = (size: string) => `https://contoso.com/images/logo-${size}.png`

/** The listing, contacts and lead management of any offer. */
export const marketplaceContent = (name: string) => ({
  'microsoft-azure-marketplace.title': name,
  'microsoft-azure-marketplace.summary': `${name}: ready to use in minutes, supported around the clock.`,
  'microsoft-azure-marketplace.longSummary': `${name} saves your team the setup: deploy it, sign in and begin to work.`,
  'microsoft-azure-marketplace.description': `<p>${name} comes with sensible defaults, monitoring and backup. Contoso keeps it up to date and answers questions on every working day.</p>`,
  'microsoft-azure-marketplace.offerMarketingUrlIdentifier': 'contoso-offer',
  'microsoft-azure-marketplace.allowedSubscriptions': ['3f2c8a10-7d54-4c1e-9b7a-1f6f0d0a5b21'],
  'microsoft-azure-marketplace.usefulLinks': [
    { linkTitle: 'Getting started', linkUrl: 'https://contoso.com/docs/getting-started' },
  ],
  'microsoft-azure-marketplace.categories': ['analytics', 'developer-tools'],
  'microsoft-azure-marketplace.smallLogo': logo('40x40'),
  'microsoft-azure-marketplace.mediumLogo': logo('90x90'),
  'microsoft-azure-marketplace.largeLogo': logo('115x115'),
  'microsoft-azure-marketplace.wideLogo': logo('255x115'),
  'microsoft-azure-marketplace.screenshots': [],
  'microsoft-azure-marketplace.videos': [],
  'microsoft-azure-marketplace.leadDestination': 'table',
  'microsoft-azure-marketplace.tableLeadConfiguration': {
    connectionString:
      'DefaultEndpointsProtocol=https;AccountName=contosoleads;AccountKey=c2FtcGxlLWtleQ==;EndpointSuffix=core.windows.net',
  },
  'microsoft-azure-marketplace.privacyURL': 'https://contoso.com/privacy',
  'microsoft-azure-marketplace.termsOfUse': 'Use of this offer is subject to the Contoso terms of service.',
  'microsoft-azure-marketplace.engineeringContactName': 'Kim Abercrombie',
  'microsoft-azure-marketplace.engineeringContactEmail': 'engineering@contoso.com',
  'microsoft-azure-marketplace.engineeringContactPhone': '+1 425 555 0100',
  'microsoft-azure-marketplace.supportContactName': 'Contoso Support',
  'microsoft-azure-marketplace.supportContactEmail': 'support@contoso.com',
  'microsoft-azure-marketplace.supportContactPhone': '+1 425 555 0101',
  'microsoft-azure-marketplace.publicAzureSupportUrl': 'https://contoso.com/support',
})
