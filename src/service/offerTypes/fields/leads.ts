import type { Field } from '../../../contract/forms.ts'
import { address, choice, record, secret, text } from './field.ts'

/** What each lead destination has to be told. Dynamics CRM takes a user or an application. */
const configurations: Record<string, Field[]> = {
  table: [secret('connectionString')],
  blob: [secret('connectionString'), text('containerName')],
  salesForce: [text('objectIdentifier')],
  crm: [
    address('organizationUrl'),
    text('userName'),
    secret('password'),
    text('directoryId'),
    text('applicationId'),
    secret('applicationKey'),
  ],
  httpsEndpoint: [address('httpsEndpointUrl')],
  marketo: [text('serverId'), text('munchkinAccountId'), text('formId')],
}

/** Where leads go, and the configuration of the chosen destination. */
export const leadFields: Field[] = [
  choice('leadDestination', ['none', ...Object.keys(configurations)]),
  ...Object.entries(configurations).map(([destination, fields]) =>
    record(`${destination}LeadConfiguration`, fields, { when: { name: 'leadDestination', is: destination } }),
  ),
]
