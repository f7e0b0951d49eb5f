import fc from 'fast-check'
import type { Definition } from '../../src/contract/offers.ts'
import {
  sampleDefinition,
  withAppJsonMismatch,
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
} from '../../src/service/demo/content.ts'
import { offerTypeById, offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { microsoft, person } from '../../src/service/publishing/actor.ts'
import { cancelRefusal, goLiveRefusal } from '../../src/service/publishing/refusals.ts'
import type { World } from '../../src/service/publishing/schedule.ts'
import { currentStep, isRunning, type Submission } from '../../src/service/publishing/submission.ts'
import type { Transition } from '../../src/service/publishing/transition.ts'
import {
  advance,
  cancel,
  decide,
  goLive,
  publish,
  reschedule,
  withdraw,
} from '../../src/service/publishing/transitions.ts'

const hour = 3_600_000
const begun = Date.parse('2026-03-01T08:00:00.000Z')
export const publisher = person('avery@contoso.com')

const faults = {
  none: (definition: Definition) => definition,
  withAppJsonMismatch,
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
}
type Fault = keyof typeof faults

/** An offer of any type, with or without a Test Drive, complete or with a fault, and the hours that each step takes. */
const plots = (...possible: Fault[]) =>
  fc.record({
    offerTypeId: fc.constantFrom(...offerTypes.map(({ id }) => id)),
    testDrive: fc.boolean(),
    fault: fc.constantFrom('none' as const, ...possible),
    hours: fc.array(fc.double({ min: 0, max: 700, noNaN: true }), { minLength: 12, maxLength: 12 }),
  })
export const wholePlots = plots()
export const anyPlots = plots(...(Object.keys(faults) as Fault[]))
type Plot = { offerTypeId: string; testDrive: boolean; fault: Fault; hours: number[] }

function worldOf({ offerTypeId, testDrive, fault, hours }: Plot): World {
  const offerType = offerTypeById(offerTypeId)!
  const { offer, ...rest } = faults[fault](sampleDefinition(offerTypeId, 'Sample'))
  return {
    offerType,
    definition: { ...rest, offer: { ...offer, 'microsoft-azure-marketplace-testdrive.enabled': testDrive } },
    held: false,
    duration: (step) => hours[offerType.steps.findIndex(({ id }) => id === step.id)]! * hour,
  }
}

/** What can happen next: time passes, by hours or until something is due, or a person acts. */
export const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'untilDue' } as const) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.double({ min: 0, max: 900, noNaN: true }) }),
    },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'goLive' } as const, { kind: 'approve' } as const) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reject'), issues: fc.nat({ max: 3 }) }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('cancel', 'cancelByMicrosoft', 'hold', 'release').map((kind) => ({ kind })),
    },
  ),
  { maxLength: 40 },
)
type Act = { kind: string; hours?: number; issues?: number }

const request = ({ offerType }: World) => ({
  id: 'b6d3a8f0-0000-4000-8000-000000000001',
  publisherId: 'contoso',
  offerId: 'sample',
  offerTypeId: offerType.id,
  offerVersion: 1,
  publishingVersion: 1,
  notificationEmails: publisher.name,
  language: 'en-US' as const,
})

export type Moment = { act: Act; now: Date; before?: Submission; transition: Transition; world: World }

/** Performs the acts that the service allows; returns every transition with the state before it. */
export function live(plot: Plot, todo: Act[]): Moment[] {
  let now = new Date(begun)
  let world = worldOf(plot)
  const first = publish(request(world), world, publisher, now)
  const moments: Moment[] = [{ act: { kind: 'publish' }, now, transition: frozen(first), world }]
  for (const act of todo) {
    const before = moments.at(-1)!.transition.submission
    if (act.kind === 'wait') now = new Date(now.getTime() + act.hours! * hour)
    if (act.kind === 'untilDue' && before.dueTime) now = new Date(Math.max(now.getTime(), Date.parse(before.dueTime)))
    if (act.kind === 'hold' || act.kind === 'release') world = { ...world, held: act.kind === 'hold' }
    const transition = apply(act, before, world, now)
    if (transition) moments.push({ act, now, before, transition: frozen(transition), world })
  }
  return moments
}

function apply(act: Act, submission: Submission, world: World, now: Date): Transition | undefined {
  const decidable = currentStep(submission)?.status === 'waitingForApproval'
  const issues = Array.from({ length: act.issues ?? 0 }, (_, index) => ({
    title: `Issue ${index}`,
    link: `https://dev.azure.com/contoso/review/${index}`,
  }))
  switch (act.kind) {
    case 'goLive':
      return goLiveRefusal(submission) ? undefined : goLive(submission, world, publisher, now)
    case 'approve':
      return decidable ? decide(submission, { approved: true }, world, microsoft, now) : undefined
    case 'reject':
      return decidable ? decide(submission, { approved: false, issues }, world, microsoft, now) : undefined
    case 'cancel':
      return cancelRefusal(submission) ? undefined : withdraw(submission, { actor: publisher }, world, now)
    case 'cancelByMicrosoft':
      return isRunning(submission) ? cancel(submission, { actor: microsoft }, now) : undefined
    case 'hold':
    case 'release':
      return reschedule(submission, world, now)
    default:
      return advance(submission, world, now)
  }
}

/** Makes a transition that changes its arguments throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
