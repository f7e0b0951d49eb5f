import type { PartnerCenter } from './fake.ts'
import type { Stage } from './product.ts'

const samples: [externalId: string, type: string, alias: string, stage: Stage][] = [
  ['fabrikam-notes', 'softwareAsAService', 'Fabrikam Notes', 'liveAndPreviewReady'],
  ['fabrikam-timesheets', 'softwareAsAService', 'Fabrikam Timesheets', 'draft'],
  ['fabrikam-surveys', 'softwareAsAService', 'Fabrikam Surveys', 'delisted'],
  ['fabrikam-render-node', 'azureVirtualMachine', 'Fabrikam Render Node', 'previewFailed'],
  ['fabrikam-firewall', 'azureVirtualMachine', 'Fabrikam Firewall', 'live'],
  ['fabrikam-core-image', 'coreVirtualMachine', 'Fabrikam Core Image', 'previewReady'],
  ['fabrikam-edge-gateway', 'azureContainer', 'Fabrikam Edge Gateway', 'live'],
  ['fabrikam-data-platform', 'azureApplication', 'Fabrikam Data Platform', 'live'],
  ['fabrikam-cloud-workshop', 'consultingService', 'Fabrikam Cloud Workshop', 'live'],
]

/** The offers of an invented publisher: of every type that the API edits and two that it does not, at every stage. */
export function addSampleOffers({ account }: PartnerCenter) {
  for (const [externalId, type, alias, stage] of samples) account.add({ externalId, type, alias }, stage)
}
