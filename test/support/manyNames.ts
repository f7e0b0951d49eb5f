import { demoOwner } from '../../src/service/demo/people.ts'
import { membershipStore } from '../../src/service/store/memberships.ts'
import { oneOffer } from '../../src/service/store/offers.ts'
import { publisherStore } from '../../src/service/store/publishers.ts'
import type { Service } from './service.ts'

/** The owner sees so many publishers that an index of the names answers a search. */
export async function manyPublishers({ deps: { db } }: Service) {
  for (let number = 1; number <= 100; number++) {
    const id = `publisher-${number}`
    await publisherStore(db).add({ id, displayText: id, sellerId: number }, new Date(0))
    await membershipStore(db).set(demoOwner, id, 'granted', 'owner')
  }
}

/** Relay 0000, Relay 0001 …, of which each hundredth has failed. */
export async function manyNames(service: Service, count: number) {
  const { db } = service.deps
  const { publisherId, offerId } = await service.anOffer({ name: 'Relay' })
  const offer = (await oneOffer(db)(publisherId, offerId))!
  const many = Array.from({ length: count }, (_, index) => {
    const id = `relay-${String(index).padStart(4, '0')}`
    const indicator = index % 100 === 0 ? 'failed' : 'live'
    return { ...offer, id, name: id.replace('relay-', 'Relay '), name_key: id.replace('-', ' '), indicator }
  })
  for (let from = 0; from < count; from += 275)
    await db
      .insertInto('offer')
      .values(many.slice(from, from + 275))
      .execute()
}
