import { createHash } from 'node:crypto'
import type { Comparison, RemoteOffer } from '../../store/remoteOffers.ts'
import type { Picture } from './classify.ts'
import type { partnerCenterClient } from './client.ts'

type Client = Pick<ReturnType<typeof partnerCenterClient>, 'tree'>

const nothing: Comparison = { published_row: null, published_digest: null, draft_ahead: null }

/** Compares the draft with what is live or waits for sign-off; only a digest of the content is kept. */
export async function compared(client: Client, remote: RemoteOffer, picture: Picture): Promise<Comparison> {
  if (picture.indicator !== 'live' && picture.indicator !== 'awaitingSignoff') return nothing
  const { target, n } = picture.row
  const digest = async (of: string) => {
    const tree = await client.tree(remote.product_guid, of)
    return tree ? digestOf(tree) : null
  }
  const row = `${target} ${n}`
  const published = remote.published_row === row ? remote.published_digest : await digest(target)
  if (!published) return nothing
  const draft = await digest('draft')
  return { published_row: row, published_digest: published, draft_ahead: draft ? Number(draft !== published) : null }
}

/** The same for two trees that hold the same content, whatever their order, links and schema versions. */
export function digestOf(tree: readonly unknown[]): string {
  const resources = tree.filter(isContent).map((resource) => JSON.stringify(content(resource)))
  return createHash('sha256').update(resources.sort().join('\n')).digest('hex')
}

const fieldsOf = (value: object): Record<string, unknown> => ({ ...value })
const typeOf = (resource: unknown) => {
  const id = typeof resource === 'object' && resource !== null ? fieldsOf(resource).id : undefined
  return typeof id === 'string' ? id.split('/')[0]! : ''
}

const isContent = (resource: unknown) => !['submission', 'product'].includes(typeOf(resource))

/** Fields without content, or that differ at each read. */
const fleeting = ['$schema', 'target', 'targetType', 'validations']
const ofFiles = ['listing-asset', 'listing-trailer']

function content(resource: unknown) {
  const withoutFiles = ofFiles.includes(typeOf(resource)) ? [...fleeting, 'url', 'streamingUrl'] : fleeting
  return plain(resource, withoutFiles)
}

/** Deeper than any known resource. */
const deepest = 100

function plain(value: unknown, without: readonly string[], depth = deepest): unknown {
  if (depth === 0) return ''
  if (Array.isArray(value)) return value.map((one) => plain(one, without, depth - 1))
  if (typeof value === 'string') return isSigned(value) ? '' : value
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !without.includes(name))
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, plain(each, without, depth - 1)]),
  )
}

/** An address of a file with the signature that opens it. */
const isSigned = (text: string) => /^https?:.*[?&](?:sig=|sig%3D)/i.test(text)
