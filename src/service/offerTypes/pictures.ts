import { type Form, type PictureRule, targetOf } from '../../contract/forms.ts'
import type { Definition } from '../../contract/offers.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import { fault } from './checks/faults.ts'
import { entryOf, listOf, textOf, valuesOf } from './checks/fields.ts'
import { isWebAddress } from './checks/formats.ts'

/** What was read at an address; `size` is known of formats whose header is understood. */
export type SeenPicture = { bytes: number; format?: string; size?: [width: number, height: number] }

/** Reads a file of at most so many bytes, or finds it larger; undefined when it cannot be read. */
export type ReadPicture = (address: string, bytes: number) => Promise<SeenPicture | 'larger' | undefined>

/** An address of a picture in an offer; `entry` is its place in a list, from 1. */
export type PicturePlace = { target: string; entry?: number; address: string; rule: PictureRule }

/** Every picture whose address the offer names. */
export const picturesIn = (form: Form, definition: Definition): PicturePlace[] =>
  form.flatMap((tab) =>
    tab.fields.flatMap((field): PicturePlace[] => {
      const target = targetOf(tab, field)
      const { picture: rule } = field
      if (rule) return valuesOf(definition, target).flatMap(({ value }) => placeOf({ target, rule }, value))
      return (field.fields ?? []).flatMap(({ name, picture: rule }) =>
        rule && field.kind === 'rows'
          ? listOf(definition.offer[target]).flatMap((row, index) =>
              placeOf({ target, rule, entry: index + 1 }, entryOf(field, row)[name]),
            )
          : [],
      )
    }),
  )

const placeOf = (place: Omit<PicturePlace, 'address'>, value: unknown): PicturePlace[] =>
  isWebAddress(value) ? [{ ...place, address: textOf(value) }] : []

/** What is wrong with a picture that was read. */
export function pictureFault({ target, entry, rule }: PicturePlace, seen: SeenPicture | 'larger'): ProblemDetail[] {
  const where = entry === undefined ? {} : { entry }
  if (seen === 'larger' || seen.bytes > rule.bytes)
    return [fault('pictureTooLarge', target, { limit: rule.bytes / 1024, ...where })]
  if (!seen.format || !rule.formats.includes(seen.format))
    return [fault('pictureFormat', target, { expected: rule.formats.join(', '), ...where })]
  const [actual, expected] = [seen.size, rule.size].map((size) => size?.join(' × '))
  return expected && actual && actual !== expected ? [fault('pictureSize', target, { actual, expected, ...where })] : []
}
