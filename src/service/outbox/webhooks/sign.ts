import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A secret as Standard Webhooks has it: https://www.standardwebhooks.com */
export const newWebhookSecret = () => prefix + randomBytes(32).toString('base64')

type Signed = { id: string; timestamp: number; body: string }

/** One signature per secret: while a secret is being replaced, a receiver may know either. */
export const signatureOf = ({ id, timestamp, body }: Signed, secrets: string[]) =>
  secrets
    .map((secret) => Buffer.from(secret.slice(prefix.length), 'base64'))
    .map((key) => createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ')
