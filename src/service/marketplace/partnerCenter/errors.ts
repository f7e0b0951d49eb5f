import { z } from 'zod'
import { outsideText } from './outsideText.ts'

/** One fault that Partner Center found: the innermost entry of an error. */
export type Finding = { code: string; message: string; section?: Section }

/** The part of an offer that a resource belongs to. */
const sections = {
  'listing-asset': 'listing',
  'listing-trailer': 'listing',
  listing: 'listing',
  'plan-listing': 'plan',
  plan: 'plan',
  property: 'properties',
  'customer-leads': 'leads',
  'price-and-availability': 'pricing',
  'technical-configuration': 'technical',
  submission: 'offer',
  product: 'offer',
} as const
export type Section = (typeof sections)[keyof typeof sections]

const Entry = z.object({
  code: z.string().catch(''),
  message: z.string().nullish().catch(null),
  resourceId: z.unknown().optional(),
  details: z.unknown().optional(),
})
type Entry = z.infer<typeof Entry>

/** Deeper than any known error; more findings, and longer ones, than anybody reads. */
const deepest = 20
const mostFindings = 50
const longestMessage = 2_000
const longestCode = 100

/** The innermost entries of an error, or of a job's errors, whatever shape its `details` have. */
export function findingsOf(error: unknown): Finding[] {
  const findings = leaves(error, { code: 'unknown', message: null }, deepest)
  const same = Map.groupBy(findings, ({ code, message }) => `${code} ${message}`)
  return [...same.values()].flatMap(([first]) => first ?? []).slice(0, mostFindings)
}

type Parent = Pick<Entry, 'code' | 'message'> & { resourceId?: unknown }

function leaves(error: unknown, parent: Parent, depth: number): Finding[] {
  if (depth < 0) return []
  if (Array.isArray(error)) return error.flatMap((one) => leaves(one, parent, depth - 1))
  if (typeof error === 'string') return error ? [finding({ ...parent, message: error })] : []
  const entry = Entry.safeParse(error).data
  if (!entry || (!entry.code && !entry.message)) return []
  const own = {
    code: entry.code || parent.code,
    message: entry.message || parent.message,
    resourceId: entry.resourceId ?? parent.resourceId,
  }
  const inner = leaves(entry.details, own, depth - 1)
  return inner.length > 0 ? inner : [finding(own)]
}

function finding({ code, message, resourceId }: Parent): Finding {
  const section = sectionOf(resourceId)
  return {
    code: outsideText(code, longestCode),
    message: outsideText(message || code, longestMessage),
    ...(section && { section }),
  }
}

function sectionOf(resourceId: unknown): Section | undefined {
  const type = typeof resourceId === 'string' ? resourceId.split('/')[0]! : ''
  return Object.entries(sections).find(([name]) => type === name || type.startsWith(name) || type.endsWith(name))?.[1]
}

/** Whether Microsoft's certification rejected the offer: publishing the same again does not help. */
export function isCertificationFailure(error: unknown, depth = deepest): boolean {
  if (depth < 0) return false
  if (Array.isArray(error)) return error.some((one) => isCertificationFailure(one, depth - 1))
  const entry = Entry.safeParse(error).data
  return (
    entry !== undefined &&
    (/certification/i.test(entry.message ?? '') || isCertificationFailure(entry.details, depth - 1))
  )
}

/** Another submission of the offer is under way. */
export const isBusy = (status: number, findings: Finding[]) =>
  status === 409 ||
  status === 423 ||
  findings.some(({ code, message }) => code === 'productLocked' || /in progress/i.test(message))
