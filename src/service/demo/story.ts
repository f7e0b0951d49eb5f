import { signOffId } from '../../contract/status.ts'
import {
  incomplete,
  withAppJsonMismatch,
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
} from './content.ts'

/** The faults in an offer's content. */
export const faults = {
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
  withAppJsonMismatch,
  incomplete,
}

export const types = {
  vm: 'microsoft-azure-virtualmachines',
  app: 'microsoft-azure-applications',
  consulting: 'microsoft-consulting-services',
  container: 'microsoft-azure-container',
  saas: 'microsoft-azure-saas',
  iot: 'microsoft-azure-iotedgemodule',
  bc: 'microsoft-dynamics365-businesscentral',
  ce: 'microsoft-dynamics365-customerengagement',
  operations: 'microsoft-dynamics365-operations',
  powerBi: 'microsoft-powerbi-app',
} as const

/**
 * One attempt to publish. `at` is the step it reached `hours` ago, absent when it went live. `end` says whether it
 * ended at that step: blocked by its fault, rejected by people with review issues, or canceled by the publisher or by
 * Microsoft.
 */
export type Attempt = {
  at?: string
  hours: number
  fault?: keyof typeof faults
  end?: 'blocked' | 'rejected' | 'canceled' | 'canceledByMicrosoft'
  issues?: number
}

export const storyPublishers = ['contoso', 'fabrikam', 'northwind'] as const

export type Story = {
  publisher: (typeof storyPublishers)[number]
  type: (typeof types)[keyof typeof types]
  name: string
  attempts: Attempt[]
  draftFault?: keyof typeof faults
  delisted?: true
}

export const days = (count: number) => count * 24
export const signOff = signOffId
export const review = 'microsoft-review'
export const certify = 'displaycertify'

export const live = (ago: number): Attempt[] => [{ hours: days(ago) }]
export const at = (step: string, hours: number, more: Partial<Attempt> = {}): Attempt[] => [
  { at: step, hours, ...more },
]
export const blocked = (step: string, hours: number, fault: keyof typeof faults) =>
  at(step, hours, { end: 'blocked', fault })
export const rejected = (hours: number, issues: number) => at(review, hours, { end: 'rejected', issues })
export const story =
  (publisher: Story['publisher'], type: keyof typeof types) =>
  (name: string, attempts: Attempt[], more: Partial<Story> = {}): Story => ({
    publisher,
    type: types[type],
    name,
    attempts,
    ...more,
  })
