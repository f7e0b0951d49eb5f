import { readSettings, SettingsError } from '../../settings.ts'
import type { SeenProduct } from './answers.ts'
import { classify } from './classify.ts'
import { AccessError, RefusedError } from './faults.ts'
import { clientOf, refusedAccess } from './open.ts'
import { isPublishable, offerTypeIdOf } from './types.ts'

const inPortal = `What only a person can do, in Partner Center:
  create and edit offers, their images and logos · preview audiences and notification addresses
  read certification reports · cancel a publish that was begun there, unless PARTNER_CENTER_V1=1`

/** Signs in to Partner Center and lists what the dashboard would see there; changes nothing. */
export async function check(environment: Record<string, string | undefined>, now: () => Date): Promise<string> {
  const client = await clientOf(readSettings(environment), now)
  if (!client)
    throw new SettingsError('No account of Partner Center is set: see the PARTNER_CENTER_ settings in README.md.')
  try {
    const products = await client.products()
    const lines = []
    for (const product of products) lines.push(`  ${product.externalId.padEnd(36)} ${await stateOf(product)}`)
    const none = 'No offer is visible to this app. It sees only offers of the account that it was added to.'
    return [`Signed in. ${products.length} offers:`, ...(lines.length > 0 ? lines : [`  ${none}`]), '', inPortal].join(
      '\n',
    )
  } catch (error) {
    throw error instanceof AccessError ? refusedAccess(error) : error
  }

  async function stateOf(product: SeenProduct): Promise<string> {
    const offerTypeId = offerTypeIdOf(product)
    if (!offerTypeId) return `${product.type}: not a type that the dashboard knows`
    if (!isPublishable(offerTypeId)) return `${product.type}: listed only, this API cannot publish it`
    try {
      const picture = classify(await client!.rows(product.guid))
      return `${product.type}: ${picture?.indicator ?? 'in a state that the dashboard does not know'}`
    } catch (error) {
      if (error instanceof RefusedError) return `${product.type}: ${error.message}`
      throw error
    }
  }
}
