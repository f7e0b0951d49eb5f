import { type Form, tabOf } from '../../contract/forms.ts'
import type { Definition } from '../../contract/offers.ts'
import type { ProblemDetail } from '../../contract/problems.ts'
import type { StepActor, Storefront } from '../../contract/status.ts'
import type { Check } from './checks/check.ts'
import { declared } from './checks/declared.ts'

export type StepDeclaration = {
  id: string
  /** Names the step's words in `locales/<language>/steps.json`; ids that read alike in all offer types are their own code. */
  code: string
  stepName: string
  description: string
  estimatedTimeFrame?: string
  actor: StepActor
  /** What only the running step finds (D9). */
  check?: Check
  /** Present only when this holds of the offer, as Test Drive validation. */
  when?: (definition: Definition) => boolean
}

/** One offer type, whole: an eleventh is one more of these in a file of its own and a line in `catalogue.ts`. */
export type OfferType = {
  id: string
  displayText: string
  /** Where customers find offers of this type. */
  storefront: Exclude<Storefront, 'partnerCenter'>
  /** The rule for offer ids of this type. */
  offerId: RegExp
  /** The fields, by the Editor's tabs. */
  form: Form
  steps: readonly StepDeclaration[]
}

export const stepsOf = ({ steps }: OfferType, definition: Definition) =>
  steps.filter(({ when }) => when?.(definition) ?? true)

/** What Publish refuses to start without (D9). */
export const problemsIn = ({ form }: OfferType, definition: Definition) =>
  declared(form)(definition).map(placedIn(form))

/** What one step would find now. */
export const faultsOfStep = ({ form }: OfferType, step: StepDeclaration | undefined, definition: Definition) =>
  (step?.check?.(definition) ?? []).map(placedIn(form))

/** With the tab that has the field. */
export const placedIn =
  (form: Form) =>
  (fault: ProblemDetail): ProblemDetail => {
    const tab = fault.target && tabOf(form, fault.target)
    return tab ? { ...fault, tab } : fault
  }
