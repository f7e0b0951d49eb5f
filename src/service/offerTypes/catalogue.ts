import { azureApplication } from './azureApplication.ts'
import { consultingService } from './consultingService.ts'
import type { OfferType } from './offerType.ts'
import { virtualMachine } from './virtualMachine.ts'

export const offerTypes: readonly OfferType[] = [azureApplication, consultingService, virtualMachine]

const byId = new Map(offerTypes.map((offerType) => [offerType.id, offerType]))

export const offerTypeById = (id: string) => byId.get(id)
