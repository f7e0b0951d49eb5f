/** Where something is to be corrected: a field by its target, and the plan or the version that `values` name. */
export type Place = { target?: string | undefined; values?: Record<string, string> | undefined }

/** The query of the Editor's address that opens the field; undefined when the Editor does not have it. */
export function fieldSearch({ target, values = {} }: Place): string | undefined {
  if (!target || !isEditable(target)) return undefined
  const { plan, version } = values
  const parts = Object.entries({ field: target, plan, version }).filter(([, value]) => value)
  return `?${parts.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** Offers of Partner Center are edited there. */
const isEditable = (target: string) => !target.startsWith('partnerCenter.')
