import type { Definition } from '../../../contract/offers.ts'
import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { recordOf, textOf } from './fields.ts'

type Shape = Record<string, (text: string) => boolean>

const text = (value: string) => value !== ''
const httpsAddress = (value: string) => URL.parse(value)?.protocol === 'https:'
const storage = (value: string) => /AccountName=[^;]/i.test(value) && /AccountKey=[^;]/i.test(value)
const guid = (value: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

/** The configuration of each destination; one with several shapes must have one of them. */
const destinations = new Map<string, Shape[]>([
  ['table', [{ connectionString: storage }]],
  ['blob', [{ connectionString: storage, containerName: text }]],
  ['salesForce', [{ objectIdentifier: text }]],
  [
    'crm',
    [
      { organizationUrl: httpsAddress, userName: text, password: text },
      { organizationUrl: httpsAddress, directoryId: guid, applicationId: guid, applicationKey: text },
    ],
  ],
  ['httpsEndpoint', [{ httpsEndpointUrl: httpsAddress }]],
  ['marketo', [{ serverId: text, munchkinAccountId: text, formId: text }]],
])

const property = (name: string) => `microsoft-azure-marketplace.${name}`
const leadDestination = property('leadDestination')

/** The API sample writes "None" where the other destinations begin small. */
const destinationOf = ({ offer }: Definition) => {
  const name = textOf(offer[leadDestination])
  return name.toLowerCase() === 'none' ? '' : name
}

/** A destination, where there is one, must be able to take the test lead. */
export const leadDestinationValid: Check = (definition) => {
  const name = destinationOf(definition)
  if (!name) return []
  const shapes = destinations.get(name)
  if (!shapes) return [fault('leadConfigMissing', leadDestination)]
  const target = property(`${name}LeadConfiguration`)
  const configuration = recordOf(definition.offer[target])
  const fits = shapes.some((shape) =>
    Object.entries(shape).every(([key, isValid]) => isValid(textOf(configuration[key]))),
  )
  return fits ? [] : [fault('leadConfigMissing', target)]
}

/** Listings through which customers make contact are nothing without one. */
export const leadDestinationRequired: Check = (definition) =>
  destinationOf(definition) ? leadDestinationValid(definition) : [fault('leadConfigMissing', leadDestination)]
