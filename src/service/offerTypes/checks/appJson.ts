import type { Definition } from '../../../contract/offers.ts'
import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { jsonOf, listOf, recordOf, textOf } from './fields.ts'

const property = (name: string) => `microsoft-dynamics365-businesscentral.${name}`
const appJsonOf = ({ offer }: Definition) => recordOf(jsonOf(offer[property('appJson')]))

/** What app.json says of the extension, and where the offer says the same. */
const identity = {
  id: property('extensionId'),
  name: property('extensionName'),
  publisher: property('extensionPublisher'),
  version: property('extensionVersion'),
}

const comparable = (field: string, value: string) => (field === 'id' ? value.toLowerCase() : value)

export const appJsonIdentity: Check = (definition) => {
  const appJson = appJsonOf(definition)
  return Object.entries(identity).flatMap(([field, target]) => {
    const [actual, expected] = [textOf(appJson[field]), textOf(definition.offer[target])]
    return comparable(field, actual) === comparable(field, expected)
      ? []
      : [fault('appJsonMismatch', target, { field, actual, expected })]
  })
}

type App = { id: string; name: string; publisher: string; version: string }

const appOf = (value: unknown): App => {
  const { id, appId, name, publisher, version } = recordOf(value)
  return {
    id: textOf(id ?? appId).toLowerCase(),
    name: textOf(name),
    publisher: textOf(publisher),
    version: textOf(version),
  }
}

const isAtLeast = (version: string, wanted: string) => version.localeCompare(wanted, 'en', { numeric: true }) >= 0

/** Microsoft's own apps are always there, others come as library apps of the offer. The documents give both codes the
 *  same words: here AVS0101 is a library app that is absent, AVS0005 one that is too old. */
export const appJsonDependencies: Check = (definition) => {
  const target = property('libraryApps')
  const libraries = Map.groupBy(listOf(definition.offer[target]).map(appOf), ({ id }) => id)
  return listOf(appJsonOf(definition).dependencies)
    .map(appOf)
    .filter(({ publisher }) => publisher !== 'Microsoft')
    .flatMap(({ id, name, publisher, version }) => {
      const sent = libraries.get(id) ?? []
      if (sent.some((library) => isAtLeast(library.version, version))) return []
      return [fault(sent.length > 0 ? 'AVS0005' : 'AVS0101', target, { publisher, name, version })]
    })
}
