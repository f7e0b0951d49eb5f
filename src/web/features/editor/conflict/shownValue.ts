import { type Field, type Form, targetOf } from '../../../../contract/forms.ts'
import { isRecord } from '../values.ts'

/** A value as text, without secrets. */
export function shownValue(form: Form, target: string, value: unknown): string {
  const field = form.flatMap((tab) => tab.fields.filter((field) => targetOf(tab, field) === target))[0]
  return textOf(withoutSecrets(field, value))
}

const textOf = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value
      : Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.join('\n')
        : JSON.stringify(value, null, 2)

function withoutSecrets(field: Field | undefined, value: unknown): unknown {
  if (field?.secret) return value === undefined ? undefined : '•••'
  if (Array.isArray(value)) return value.map((item) => parts(field, item))
  if (field?.kind === 'versions' && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([version, content]) => [version, parts(field, content)]))
  return parts(field, value)
}

const parts = (field: Field | undefined, value: unknown): unknown =>
  isRecord(value) && field?.fields
    ? Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          withoutSecrets(
            field.fields?.find((part) => part.name === name),
            inner,
          ),
        ]),
      )
    : value
