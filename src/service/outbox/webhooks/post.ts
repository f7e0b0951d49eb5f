import type { IncomingMessage } from 'node:http'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { DeliveryFault, WebhookDelivery } from '../../../contract/webhooks.ts'
import { addressIn, isPublic, PrivateAddressError, publicLookup } from '../../publicAddresses.ts'

/** Nothing is known of an answer. */
export class PostError extends Error {
  readonly fault: DeliveryFault
  constructor(fault: DeliveryFault) {
    super(fault)
    this.fault = fault
  }
}

type Answer = NonNullable<WebhookDelivery['answer']>

export type PostOptions = {
  /** Milliseconds from the first look at the name to the last byte of the answer. */
  timeout: number
  /** Lets addresses of private networks and http:// through. */
  privateAddresses: boolean
  /** How names are looked up; only tests bring their own. */
  lookup?: LookupFunction
}

/** More of an answer is not read. */
const mostRead = 64 * 1024
const mostKept = 1_000

/** Sends a body and returns the answer, whatever its status. Redirects are answers like others: they are not followed. */
export async function post(
  address: string,
  { body, headers }: { body: string; headers: Record<string, string> },
  { timeout, privateAddresses, lookup = publicLookup() }: PostOptions,
): Promise<Answer> {
  const url = new URL(address)
  const host = addressIn(url)
  const isSecure = url.protocol === 'https:'
  if (!privateAddresses && (!isSecure || (host && !isPublic(host)))) throw new PostError('privateAddress')
  const started = performance.now()
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        // A connection of its own: one that was kept open was checked at another time.
        agent: false,
        signal,
        ...(!privateAddresses && { lookup }),
      } as const
      const sending = isSecure ? secureRequest(url, options) : plainRequest(url, options)
      sending.once('response', resolve).once('error', reject).end(body)
    })
    const text = await firstPart(response)
    return { status: response.statusCode ?? 0, milliseconds: Math.round(performance.now() - started), text }
  } catch (error) {
    throw new PostError(signal.aborted ? 'timeout' : faultOf(error as NodeJS.ErrnoException))
  }
}

/** As much of the answer as is kept, without what a database or a page cannot show. */
async function firstPart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let read = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    read += chunk.length
    if (read > mostRead) break
  }
  const text = Buffer.concat(chunks)
    .subarray(0, 4 * mostKept)
    .toString('utf8')
  return [...text.replace(/[^\P{Cc}\n\t]/gu, '')].slice(0, mostKept).join('')
}

function faultOf(error: NodeJS.ErrnoException): DeliveryFault {
  if (error instanceof PrivateAddressError) return 'privateAddress'
  const { code = '' } = error
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknownHost'
  if (/CERT|SSL|TLS|SIGNATURE|ALTNAME/.test(code)) return 'certificate'
  return 'connection'
}
