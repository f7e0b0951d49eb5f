/** The words that only this page needs. */
export const statusNamespaces = ['status', 'messages', 'fields', 'stepDescriptions'] as const
