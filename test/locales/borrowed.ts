import type { Locale } from './words.ts'

const names = [
  'AppSource',
  'Azure DevOps',
  'Dynamics CRM',
  'Dynamics 365 Business Central',
  'Dynamics 365 for Customer Engagement',
  'Dynamics 365 for Operations',
  'Marketo',
  'Microsoft',
  'Salesforce',
]

/** Texts that are intentionally the same as in English: names, and words that the languages share. */
export const borrowed: Record<Locale, readonly string[]> = {
  'en-US': [],
  'zh-CN': [...names, 'SKU ID'],
  'fr-FR': [
    ...names,
    '< {{count}} min',
    'Actions',
    'Certification',
    'Description',
    'Messages',
    'Notifications',
    'Secret',
    'Support',
    'Test Drive',
    'Type',
    'Version',
    'Version {{version}}',
    'Webhooks',
    '{{count, number}} notification',
    '{{count, number}} notifications',
  ],
  'ko-KR': [...names, 'Azure Marketplace', 'SKU ID'],
}
