import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { jsonOf, listOf, recordOf, textOf, valuesOf } from './fields.ts'
import { newestVersion } from './versions.ts'

const target = 'plans.microsoft-azure-applications.package'
const link = 'https://aka.ms/aboutinfluencedrevenuetracking'

/** The deployment that does nothing but carry the publisher's tracking GUID in its name. */
const trackingName = /^pid-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

const isTracking = (resource: unknown) =>
  textOf(recordOf(resource).type).toLowerCase() === 'microsoft.resources/deployments' &&
  trackingName.test(textOf(recordOf(resource).name))

const isTracked = (template: unknown) => listOf(recordOf(jsonOf(template)).resources).some(isTracking)

/** `package` holds one entry a version, its `templates` the ARM templates by file name; the newest is published. */
export const usageAttribution: Check = (definition) =>
  valuesOf(definition, target)
    .filter(({ value }) => {
      const templates = Object.values(recordOf(recordOf(newestVersion(value)).templates))
      return templates.length === 0 || !templates.every(isTracked)
    })
    .map(({ plan }) => fault('usageTrackingMissing', target, { plan, link }))
