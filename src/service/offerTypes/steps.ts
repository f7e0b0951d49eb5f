import type { Definition } from '../../contract/offers.ts'
import { signOffId } from '../../contract/status.ts'
import type { StepDeclaration } from './offerType.ts'

/** The steps that offer types share, with the words that read alike in most; a declaration adds its own time and check. */
export const validatePrerequisites = {
  id: 'displaydummycertify',
  code: 'displaydummycertify',
  stepName: 'Validate prerequisites',
  description: 'Offer settings provided are validated.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const influencedRevenue = {
  id: 'display-influenced-revenue',
  code: 'display-influenced-revenue',
  stepName: 'Validate influenced revenue settings',
  description: 'The templates are checked for the resource that attributes Azure usage to you.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const automatedAppValidation = {
  id: 'display-automated-app-validation',
  code: 'display-automated-app-validation',
  stepName: 'Automated application validation',
  description: 'The extension and its app.json are compared with the offer.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const certification = {
  id: 'displaycertify',
  code: 'displaycertify',
  stepName: 'Certification',
  description: 'Your offer is analyzed by our certification systems for issues.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

/** Certification that people decide. */
export const certificationByPeople = {
  ...certification,
  description: 'Your offer is analyzed by our certification systems and tested by our certification team.',
  actor: 'microsoft',
} as const satisfies StepDeclaration

export const testDriveValidation = {
  id: 'display-testdrive',
  code: 'display-testdrive',
  stepName: 'Test Drive validation',
  description: 'Your Test Drive is deployed and replicated to its regions.',
  actor: 'marketplace',
  when: ({ offer }: Definition) => offer['microsoft-azure-marketplace-testdrive.enabled'] === true,
} as const satisfies StepDeclaration

export const provisioning = {
  id: 'displayprovision',
  code: 'displayprovision',
  stepName: 'Provisioning',
  description: 'Your offer is being replicated in our production systems.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const packagingAndLeads = {
  id: 'displaypackage',
  code: 'displaypackage',
  stepName: 'Packaging and lead generation registration',
  description:
    'Your offer is being packaged for customers. Additionally, lead systems are being configured and set up.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const packaging = {
  id: 'displaypackage',
  code: 'packaging',
  stepName: 'Packaging',
  description: 'Your offer is being packaged for customers.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const appSourcePackaging = {
  id: 'displaypackage',
  code: 'appsource-packaging',
  stepName: 'AppSource packaging',
  description: 'The storefront content is being assembled into a preview of your AppSource listing.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const leadRegistration = {
  id: 'display-lead-registration',
  code: 'display-lead-registration',
  stepName: 'Lead generation registration',
  description: 'Lead systems are being configured and set up.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const leadValidation = {
  id: 'display-lead-registration',
  code: 'display-lead-validation',
  stepName: 'Lead management validation and registration',
  description: 'A test lead is sent to the destination in your lead management settings.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const publisherSignOff = {
  id: signOffId,
  code: 'publisher-signoff',
  stepName: 'Publisher sign-off',
  description: 'Offer is available to preview. Ensure that everything looks good before making your offer live.',
  actor: 'publisher',
} as const satisfies StepDeclaration

export const microsoftReview = {
  id: 'microsoft-review',
  code: 'microsoft-review',
  stepName: 'Microsoft review',
  description: 'Our reviewers look at your whole offer and note what has to be corrected.',
  actor: 'microsoft',
} as const satisfies StepDeclaration

export const marketingAndTechnicalValidation = {
  id: 'display-marketing-technical',
  code: 'display-marketing-technical',
  stepName: 'Marketing and Technical application validation',
  description: 'Our marketing and technical teams validate your app; first feedback comes within 5 to 7 business days.',
  actor: 'microsoft',
} as const satisfies StepDeclaration

export const publishWithService = {
  id: 'display-publish-service',
  code: 'display-publish-service',
  stepName: 'Publish application with the service',
  description: 'Your app is being processed for installation by the service.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

/** The second Packaging of the documents. */
export const replication = {
  id: 'display-replicate',
  code: 'display-replicate',
  stepName: 'Packaging',
  description: 'Your offer is being replicated to our production systems and regions.',
  actor: 'marketplace',
} as const satisfies StepDeclaration

export const live = {
  id: 'live',
  code: 'live',
  stepName: 'Live',
  description: 'Offer is publicly visible and is available for purchase.',
  actor: 'marketplace',
} as const satisfies StepDeclaration
