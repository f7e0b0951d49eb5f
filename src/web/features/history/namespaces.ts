/** The words that only these pages need. */
export const historyNamespaces = ['history'] as const
