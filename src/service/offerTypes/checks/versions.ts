import type { ProblemDetail } from '../../../contract/problems.ts'
import { fault } from './faults.ts'
import { recordOf } from './fields.ts'

/** Three whole numbers; dates such as 2024.03.07 have leading zeros. */
export const versionForm = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/

const numbersOf = (version: string) => version.split('.').map(Number)

/** By their numbers: 1.9.0 comes before 1.10.0. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const place = left.findIndex((number, index) => number !== right[index])
  return place < 0 ? 0 : left[place]! - right[place]!
}

/** The content of the highest version. The order of properties carries no meaning: tools sort them as they like. */
export function newestVersion(versions: unknown): unknown {
  const [newest] = Object.entries(recordOf(versions)).sort(([one], [other]) => compareVersions(other, one))
  return newest?.[1]
}

/** The value holds one entry a version; no two are the same version, as 1.2.0 and 1.02.0 are. */
export function versionFaults(value: unknown, target: string, plan?: string): ProblemDetail[] {
  const versions = Object.keys(recordOf(value))
  const malformed = versions.find((version) => !versionForm.test(version))
  if (malformed !== undefined) return [fault('versionInvalid', target, { plan, version: malformed })]
  const sorted = versions.sort(compareVersions)
  const same = sorted.find((version, index) => index > 0 && compareVersions(version, sorted[index - 1]!) === 0)
  return same === undefined ? [] : [fault('versionNotGreater', target, { plan, version: same })]
}
