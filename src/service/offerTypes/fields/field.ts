import type { Field, FieldKind } from '../../../contract/forms.ts'

type More = Partial<Omit<Field, 'name' | 'kind'>>

/** A field of a kind; `more` says what else is known of it. */
const of =
  (kind: FieldKind) =>
  (name: string, more: More = {}): Field => ({ name, kind, ...more })

export const text = of('text')
export const lines = of('lines')
export const html = of('html')
export const number = of('number')
export const flag = of('flag')
export const address = of('address')
export const email = of('email')
export const texts = of('texts')
export const json = of('json')

/** A logo: the documents give its size and format, and the most bytes are this service's. */
export const logo = (name: string, ...size: [width: number, height: number]): Field => ({
  name,
  kind: 'image',
  picture: { size, formats: ['PNG'], bytes: 512 * 1024 },
})
/** A picture of any size. */
export const image = (name: string): Field => ({
  name,
  kind: 'image',
  picture: { formats: ['PNG'], bytes: 4 * 1024 * 1024 },
})
export const choice = (name: string, options: string[], more: More = {}): Field => ({
  name,
  kind: 'choice',
  options,
  ...more,
})
export const choices = (name: string, options: string[], more: More = {}): Field => ({
  name,
  kind: 'choices',
  options,
  ...more,
})
export const record = (name: string, fields: Field[], more: More = {}): Field => ({
  name,
  kind: 'record',
  fields,
  ...more,
})
export const rows = (name: string, fields: Field[], more: More = {}): Field => ({ name, kind: 'rows', fields, ...more })
export const versions = (name: string, fields: Field[], more: More = {}): Field => ({
  name,
  kind: 'versions',
  fields,
  ...more,
})
export const secret = (name: string): Field => ({ name, kind: 'text', secret: true })

/** The same fields in the namespace of an offer type. */
export const within = (namespace: string, fields: Field[]): Field[] =>
  fields.map((field) => ({
    ...field,
    name: `${namespace}.${field.name}`,
    ...(field.when && { when: { ...field.when, name: `${namespace}.${field.when.name}` } }),
  }))

export const required = (field: Field): Field => ({ ...field, required: true })
