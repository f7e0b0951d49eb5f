import type { WebhookEvent } from '../../../contract/webhooks.ts'
import type { DeliveryRecord } from '../../store/deliveries.ts'

/**
 * The body of a delivery: CloudEvents 1.0 in structured mode. It is the same in every attempt. `home`: the dashboard's
 * address, without a slash at the end.
 */
export function cloudEvent({ message_id, type, time, publisher_id, offer_id, data }: DeliveryRecord, home: string) {
  const publisher = `${home}/publishers/${encodeURIComponent(publisher_id)}`
  return JSON.stringify({
    specversion: '1.0',
    id: message_id,
    source: publisher,
    type,
    ...(offer_id && { subject: `offers/${offer_id}` }),
    time,
    datacontenttype: 'application/json',
    data: {
      ...JSON.parse(data),
      ...(offer_id && { statusPage: `${publisher}/offers/${encodeURIComponent(offer_id)}/status` }),
    },
  } satisfies WebhookEvent)
}
