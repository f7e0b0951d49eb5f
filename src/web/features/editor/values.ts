import type { Field, Form, Tab } from '../../../contract/forms.ts'
import type { Definition } from '../../../contract/offers.ts'

/** What the form holds: texts, flags, lists of choices, and groups of them under keys without dots. */
export type Value = string | boolean | string[] | Values | Values[]
export type Values = { [key: string]: Value | Content | undefined; was?: Content }

/** Content as the service keeps it. */
export type Content = { [name: string]: unknown }

/** Form libraries read a dot in a name as a step into an object. */
export const keyOf = (name: string) => name.replaceAll('.', ':')

/** Whether the service keeps a secret at this place. */
type Kept = (path: readonly string[]) => boolean

export const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const recordOf = (value: unknown): Content => (isRecord(value) ? value : {})
const isShort = (value: unknown) => ['string', 'number'].includes(typeof value)

/** A property by the name under which it was written. */
const nameIn = ({ name, otherNames = [] }: Field, holder: Content) =>
  [name, ...otherNames].find((one) => holder[one] !== undefined) ?? name

/** A group's values; `was` is the content they came from, whose unchanged parts stay exactly as they were. */
export function toValues(fields: readonly Field[], content: Content, kept: Kept, path: readonly string[]): Values {
  const values: Values = { was: content }
  for (const field of fields) {
    const place = [...path, nameIn(field, content)]
    values[keyOf(field.name)] = toValue(field, content[nameIn(field, content)], kept, place)
    if (field.secret) values[keptKey(field.name)] = kept(place)
  }
  return values
}

/** Holds whether a secret is kept, beside the empty value of that secret. */
export const keptKey = (name: string) => `${keyOf(name)}-kept`

function toValue(field: Field, raw: unknown, kept: Kept, path: readonly string[]): Value {
  const { kind, fields = [], options = [], plain } = field
  switch (kind) {
    case 'flag':
      return raw === true
    case 'texts':
      return isList(raw) ? raw.filter(isShort).map(String).join('\n') : ''
    case 'choices':
      return isList(raw) ? raw.filter(isShort).map(String) : []
    case 'choice':
      return options.find((option) => option.toLowerCase() === String(raw).toLowerCase()) ?? textOf(raw)
    case 'json':
      return raw === undefined ? '' : typeof raw === 'string' ? raw : JSON.stringify(raw, null, 2)
    case 'record':
      return toValues(fields, recordOf(raw), kept, path)
    case 'rows':
      return (isList(raw) ? raw : []).map((row, index) =>
        plain && typeof row === 'string'
          ? { ...toValues(fields, { [plain]: row }, kept, []), isPlain: true }
          : toValues(fields, recordOf(row), kept, [...path, `${index}`]),
      )
    case 'versions':
      return Object.entries(recordOf(raw)).map(([version, content]) => ({
        version,
        ...toValues(fields, recordOf(content), kept, [...path, version]),
      }))
    default:
      return textOf(raw)
  }
}

const textOf = (raw: unknown) => (typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : '')

/** The content of a group: what is unchanged or unknown to the form stays as it was. */
export function toContent(fields: readonly Field[], values: Values): Content {
  const { was = {} } = values
  const content = { ...was }
  for (const field of fields) {
    const name = nameIn(field, was)
    const value = values[keyOf(field.name)]
    if (
      isSame(
        value,
        toValue(field, was[name], () => false, []),
      )
    )
      continue
    const written = fromValue(field, value)
    if (written === undefined) delete content[name]
    else content[name] = written
  }
  return content
}

function fromValue({ kind, fields = [], secret, plain }: Field, value: unknown): unknown {
  switch (kind) {
    case 'texts':
      return linesOf(value)
    case 'number':
      return value === '' ? undefined : Number.isFinite(Number(value)) ? Number(value) : value
    case 'json':
      return parsed(String(value))
    case 'record':
      return isValues(value) ? toContent(fields, value) : undefined
    case 'rows':
      return groupsOf(value).map((row) => {
        const content = toContent(fields, row)
        const isPlain = row.isPlain && Object.entries(content).every(([name, part]) => name === plain || part === '')
        return isPlain ? content[plain!] : content
      })
    case 'versions':
      return Object.fromEntries(groupsOf(value).map((row) => [String(row.version), toContent(fields, row)]))
    default:
      // An absent secret is kept.
      return secret && value === '' ? undefined : value
  }
}

const isValues = (value: unknown): value is Values => isRecord(value)
const groupsOf = (value: unknown): Values[] => (isList(value) ? value.filter(isValues) : [])

export const linesOf = (value: unknown) =>
  String(value)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Equal in everything but the content that they came from. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (isRecord(one) && isRecord(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
      (key) => key === 'was' || key.endsWith('-kept') || isSame(one[key], other[key]),
    )
  return one === other
}

/** How many secrets of the form the service keeps, or was sent. */
export function countSecrets(value: unknown): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + countSecrets(item), 0)
  if (!isRecord(value)) return 0
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'was') return sum
    return sum + (key.endsWith('-kept') ? Number(inner === true) : countSecrets(inner))
  }, 0)
}

/** The whole form. `offer` and each plan are groups. */
export type FormValues = { displayText: string; offer: Values; plans: Values[] }

const isName = ({ name }: Field) => name === 'displayText'
const ofPlans = ({ ofPlans }: Tab) => ofPlans === true
export const offerFields = (form: Form) =>
  form.filter((tab) => !ofPlans(tab)).flatMap(({ fields }) => fields.filter((field) => !isName(field)))
export const planFields = (form: Form) => form.filter(ofPlans).flatMap(({ fields }) => fields)

export function formValues(form: Form, { displayText, offer, plans }: Definition, kept: string[][] = []): FormValues {
  const places = new Set(kept.map((path) => path.join('\n')))
  const isKept: Kept = (path) => places.has(path.join('\n'))
  return {
    displayText,
    offer: toValues(offerFields(form), offer, isKept, ['offer']),
    plans: plans.map((plan) => toValues(planFields(form), plan, isKept, ['plans', plan.planId])),
  }
}

export const definitionOf = (form: Form, { displayText, offer, plans }: FormValues): Definition => ({
  displayText,
  offer: toContent(offerFields(form), offer),
  plans: plans.map((plan) => {
    const content = toContent(planFields(form), plan)
    return { ...content, planId: String(content.planId ?? '') }
  }),
})
