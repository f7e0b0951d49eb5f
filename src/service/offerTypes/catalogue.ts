import { azureApplication } from './azureApplication.ts'
import { consultingService } from './consultingService.ts'
import { container } from './container.ts'
import { dynamics365BusinessCentral } from './dynamics365BusinessCentral.ts'
import { dynamics365CustomerEngagement } from './dynamics365CustomerEngagement.ts'
import { dynamics365Operations } from './dynamics365Operations.ts'
import { iotEdgeModule } from './iotEdgeModule.ts'
import type { OfferType } from './offerType.ts'
import { powerBiApp } from './powerBiApp.ts'
import { saas } from './saas.ts'
import { virtualMachine } from './virtualMachine.ts'

/** In the order of the New offer menu. */
export const offerTypes: readonly OfferType[] = [
  azureApplication,
  consultingService,
  container,
  dynamics365BusinessCentral,
  dynamics365CustomerEngagement,
  dynamics365Operations,
  iotEdgeModule,
  powerBiApp,
  saas,
  virtualMachine,
]

const byId = new Map(offerTypes.map((offerType) => [offerType.id, offerType]))
// Newer tools call virtual machines so.
byId.set('microsoft-azure-corevm', virtualMachine)

export const offerTypeById = (id: string) => byId.get(id)
