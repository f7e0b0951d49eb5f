import { emailList } from '../../../contract/publish.ts'
import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { isGiven, listOf, recordOf, textOf } from './fields.ts'
import { hyphenatedId } from './ids.ts'

const name: Check = ({ displayText }) => (displayText.length > 50 ? [fault('nameTooLong', 'displayText')] : [])

const planIds: Check = ({ plans }) =>
  [...Map.groupBy(plans, (plan) => plan.planId)].flatMap(([plan, sharing]) => {
    if (!hyphenatedId.test(plan)) return [fault('planIdInvalid', 'plans.planId', { plan })]
    return sharing.length > 1 ? [fault('planIdTaken', 'plans.planId', { plan })] : []
  })

const atMost =
  (limit: number, target: string, code: 'tooManySubscriptions' | 'tooManyCategories'): Check =>
  ({ offer }) => {
    const count = listOf(offer[target]).length
    return count > limit ? [fault(code, target, { number: count })] : []
  }

const subscriptions = atMost(100, 'microsoft-azure-marketplace.allowedSubscriptions', 'tooManySubscriptions')
const categories = atMost(5, 'microsoft-azure-marketplace.categories', 'tooManyCategories')

const isWebAddress = (value: unknown) => /^https?:$/.test(URL.parse(textOf(value))?.protocol ?? '')

/** Where the publisher left nothing, there is nothing to check: `required` says so where something must be. */
const offerValues =
  (targets: readonly string[], code: 'urlInvalid' | 'emailInvalid', isValid: (value: unknown) => boolean): Check =>
  ({ offer }) =>
    targets.filter((target) => isGiven(offer[target]) && !isValid(offer[target])).map((target) => fault(code, target))

/** Address fields of one offer type. */
export const webAddresses = (...targets: readonly string[]) => offerValues(targets, 'urlInvalid', isWebAddress)

const sharedAddresses = webAddresses(
  ...[
    'privacyURL',
    'publicAzureSupportUrl',
    'fairfaxSupportUrl',
    'smallLogo',
    'mediumLogo',
    'largeLogo',
    'wideLogo',
    'heroLogo',
  ].map((property) => `microsoft-azure-marketplace.${property}`),
)

const usefulLinks: Check = ({ offer }) => {
  const target = 'microsoft-azure-marketplace.usefulLinks'
  const links = listOf(offer[target])
  return links.every((link) => isWebAddress(recordOf(link).linkUrl)) ? [] : [fault('urlInvalid', target)]
}

const emails = offerValues(
  ['microsoft-azure-marketplace.engineeringContactEmail', 'microsoft-azure-marketplace.supportContactEmail'],
  'emailInvalid',
  (value) => textOf(value).length <= 254 && emailList(textOf(value))?.length === 1,
)

/** What holds of every offer type. */
export const limits: readonly Check[] = [name, planIds, subscriptions, categories, sharedAddresses, usefulLinks, emails]
