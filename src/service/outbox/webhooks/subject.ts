import type { WebhookRecord } from '../../store/webhooks.ts'

/** Which webhook an event in History is about. The rest of its address can be a secret of the receiver. */
export const subjectOf = ({ name, address }: Pick<WebhookRecord, 'name' | 'address'>) => ({
  webhook: name,
  host: new URL(address).host,
})
