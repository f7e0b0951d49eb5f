import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import type { Service } from './service.ts'

/** Complete offers of all types, half of them per publisher, all being published. */
export async function manyOffers(service: Service, count: number) {
  for (let index = 0; index < count; index++) {
    const type = offerTypes[index % offerTypes.length]!.id
    const publisherId = index % 20 < 10 ? 'contoso' : 'fabrikam'
    await service.publish(await service.anOffer({ publisherId, type, name: `Offer ${index}` }))
  }
}
