import fc from 'fast-check'

/** The part of JSON Schema that the contract uses. */
export type JsonSchema = {
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  maxItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** Values that fit the schema, with references looked up by `find`. */
export function valuesOf(schema: JsonSchema, find: (ref: string) => JsonSchema): fc.Arbitrary<unknown> {
  const of = (inner: JsonSchema) => valuesOf(inner, find)
  if (schema.$ref) return of(find(schema.$ref))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(of))
  switch (schema.type) {
    case 'string':
      return texts(schema)
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e9), max: Math.min(schema.maximum ?? 1e9, 1e9) })
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(of(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 4) })
    case 'object':
      return objects(schema, of)
    default:
      return fc.jsonValue()
  }
}

function texts({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'email') return fc.emailAddress()
  if (format === 'uri') return fc.webUrl()
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 50) })
}

function objects(schema: JsonSchema, of: (inner: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties } = schema
  const named = fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, of(inner)])), {
    requiredKeys: required,
  })
  const values = typeof additionalProperties === 'object' ? of(additionalProperties) : fc.jsonValue()
  const others = additionalProperties ? fc.dictionary(fc.string(), values, { maxKeys: 3 }) : fc.constant({})
  return fc.tuple(others, named).map(([more, known]) => ({ ...more, ...known }))
}

/** Texts that no honest client sends. */
export const hostileTexts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202egnp.exe',
    '\ufeff',
    '..',
    '../../etc/passwd',
    "' or 1=1; drop table offer; --",
    '%',
    '%_\\',
    '__proto__',
    'constructor',
    'toString',
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
    'contoso\r\nBcc: everybody@contoso.com',
    '🧑‍🚀'.repeat(60),
    'x'.repeat(5000),
  ),
  fc.string({ unit: 'binary' }),
)
const hostileValues = fc.oneof(
  hostileTexts,
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[]], [null], { planId: null }),
)

/** The same value with one part of it, or all of it, removed or replaced by an unexpected value. */
export const spoiled = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), fc.option(hostileValues, { nil: undefined }))
    .map(([value, turns, hostile]) => spoil(value, turns, hostile))

function spoil(value: unknown, [turn = 0, ...turns]: number[], hostile: unknown): unknown {
  if (typeof value !== 'object' || value === null) return hostile
  const names = Object.keys(value)
  const name = names[turn % (names.length + 1)]
  if (name === undefined) return hostile
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === name ? spoil(inner, turns, hostile) : inner,
  ])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
