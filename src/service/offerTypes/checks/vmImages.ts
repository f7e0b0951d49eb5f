import type { Check } from './check.ts'
import { type FaultCode, fault } from './faults.ts'
import { listOf, recordOf, textOf, valuesOf } from './fields.ts'
import { isRedacted } from './redaction.ts'

const target = 'plans.microsoft-azure-virtualmachines.vmImages'

export const vmImagePresent: Check = (definition) =>
  valuesOf(definition, target)
    .filter(({ value }) => !Object.values(recordOf(value)).some((image) => textOf(recordOf(image).osVhdUrl)))
    .map(({ plan }) => fault('noVmImage', target, { plan }))

type SharedAccess = { path: string; parameter: (name: string) => string }

/** A date and a time to the second: Azure CLI 2.0 makes shorter ones, which the copying does not read. */
const fullDateTime = /^\d{1,4}-\d{1,2}-\d{1,4}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

const rules: [FaultCode, (access: SharedAccess) => boolean][] = [
  ['sasBlankInName', ({ path }) => /\s|%20/.test(path)],
  ['sasPeriodMissing', ({ parameter }) => !parameter('st') || !parameter('se')],
  [
    'sasDateIncomplete',
    ({ parameter }) => ['st', 'se'].some((name) => parameter(name) && !fullDateTime.test(parameter(name))),
  ],
  ['sasPermissionsMissing', ({ parameter }) => parameter('sp') !== 'rl'],
  ['sasNotAuthorized', ({ parameter }) => !parameter('sig') || isRedacted(parameter('sig'))],
]

function brokenRules(address: string): FaultCode[] {
  const mark = address.indexOf('?')
  if (mark < 0) return ['sasQueryMissing']
  const query = new URLSearchParams(address.slice(mark + 1))
  const access = { path: address.slice(0, mark), parameter: (name: string) => query.get(name) ?? '' }
  return rules.filter(([, isBroken]) => isBroken(access)).map(([code]) => code)
}

const addressesOf = (image: unknown) =>
  [recordOf(image).osVhdUrl, ...listOf(recordOf(image).lunVhdDetails).map((disk) => recordOf(disk).lunVhdUrl)]
    .map(textOf)
    .filter(Boolean)

/** Image copying names the plan and the version, never the address: it carries the signature. */
export const vmImagesCopyable: Check = (definition) =>
  valuesOf(definition, target).flatMap(({ value, plan }) =>
    Object.entries(recordOf(value)).flatMap(([version, image]) =>
      [...new Set(addressesOf(image).flatMap(brokenRules))].map((code) => fault(code, target, { plan, version })),
    ),
  )
