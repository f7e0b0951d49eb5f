import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { planPrefix, recordOf, valuesOf } from './fields.ts'

/** Three whole numbers without leading zeros. */
export const versionForm = /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/

const isGreater = (version: string, before: string) => {
  const [newer, older] = [version, before].map((text) => text.split('.').map(Number))
  const at = newer!.findIndex((number, place) => number !== older![place])
  return at >= 0 && newer![at]! > older![at]!
}

/** The property holds one entry a version, in the order they were added. */
export const ascendingVersions =
  (property: string): Check =>
  (definition) =>
    valuesOf(definition, planPrefix + property).flatMap(({ value, plan }) => {
      const versions = Object.keys(recordOf(value))
      const malformed = versions.find((version) => !versionForm.test(version))
      if (malformed !== undefined) return [fault('versionInvalid', planPrefix + property, { plan, version: malformed })]
      const late = versions.find((version, index) => index > 0 && !isGreater(version, versions[index - 1]!))
      return late === undefined ? [] : [fault('versionNotGreater', planPrefix + property, { plan, version: late })]
    })
