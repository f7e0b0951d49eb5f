import {
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookDeliveryQuery,
  WebhookPlan,
  Webhooks,
  WebhookWithSecret,
} from '../webhooks.ts'
import { missing, polled, problem, refused, refusedBody } from './answers.ts'
import type { ApiOperation } from './operation.ts'

const all = '/api/portal/publishers/{publisherId}/webhooks'
const one = `${all}/{webhookId}`
const refusal = { 409: problem('It is not possible at the moment: the message says why.') }

/** The addresses that are told of a publisher's events; for owners. */
export const webhookOperations: readonly ApiOperation[] = [
  {
    part: 'portal',
    method: 'get',
    id: 'listWebhooks',
    path: all,
    summary: 'The webhooks of a publisher, without their secrets; for an owner',
    answers: { ...polled('All of them, oldest first.', Webhooks), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'addWebhook',
    path: all,
    summary: 'Register a webhook; for an owner',
    body: { schema: WebhookPlan, required: true },
    answers: {
      201: { description: 'The webhook with its secret, which is shown this once.', body: WebhookWithSecret },
      ...refusedBody,
      ...missing,
      ...refusal,
    },
  },
  {
    part: 'portal',
    method: 'put',
    id: 'changeWebhook',
    path: one,
    summary: 'Change, disable or enable a webhook; for an owner',
    body: { schema: WebhookPlan, required: true },
    answers: { 200: { description: 'The webhook as it is now.', body: Webhook }, ...refusedBody, ...missing },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'replaceWebhookSecret',
    path: `${one}/secret`,
    summary: 'Replace the secret of a webhook: for a day, the earlier one signs too; for an owner',
    answers: {
      200: { description: 'The webhook with its new secret, which is shown this once.', body: WebhookWithSecret },
      ...refusedBody,
      ...missing,
      ...refusal,
    },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'testWebhook',
    path: `${one}/test`,
    summary: 'Send a test event to a webhook, once, even when it is disabled; for an owner',
    answers: {
      200: { description: 'The delivery, which is tried within seconds.', body: WebhookDelivery },
      ...refusedBody,
      ...missing,
    },
  },
  {
    part: 'portal',
    method: 'get',
    id: 'listWebhookDeliveries',
    path: `${one}/deliveries`,
    summary: 'What was sent to a webhook within thirty days, and what it answered; for an owner',
    query: WebhookDeliveryQuery,
    answers: { ...polled('Newest first.', WebhookDeliveries), ...refused, ...missing },
  },
  {
    part: 'portal',
    method: 'post',
    id: 'resendWebhookDelivery',
    path: `${one}/deliveries/{deliveryId}/resend`,
    summary: 'Send a delivery again, with the same id and body; for an owner',
    answers: {
      200: { description: 'The delivery, which is tried within seconds.', body: WebhookDelivery },
      ...refusedBody,
      ...missing,
    },
  },
  {
    part: 'portal',
    method: 'delete',
    id: 'deleteWebhook',
    path: one,
    summary: 'Delete a webhook with its deliveries; for an owner',
    answers: { 204: { description: 'Nothing is sent there any more.' }, ...refusedBody, ...missing },
  },
]
