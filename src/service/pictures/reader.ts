import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { ReadPicture, SeenPicture } from '../offerTypes/pictures.ts'
import { addressIn, isPublic, publicLookup } from '../publicAddresses.ts'
import { pictureIn } from './header.ts'

/** Milliseconds for one picture, redirects included. */
const patience = 5_000
const mostRedirects = 3

type Options = {
  lookup?: LookupFunction
  isOpen?: (address: string) => boolean
  isUsualPort?: (port: string) => boolean
}

/**
 * Reads pictures whose addresses people typed: over http and https at their usual ports, only from the public internet,
 * through a few redirects, for a few seconds, and no more bytes than are allowed. Whatever goes wrong, it is unread.
 */
export function pictureReader({
  lookup = publicLookup(),
  isOpen = isPublic,
  isUsualPort = (port) => port === '',
}: Options = {}): ReadPicture {
  async function open(address: string, signal: AbortSignal, redirects: number): Promise<IncomingMessage> {
    const url = new URL(address)
    const literal = addressIn(url)
    if (!isUsualPort(url.port) || (literal && !isOpen(literal))) throw new Error('The address is not public.')
    url.username = ''
    url.password = ''
    const answer = await sent(url, { lookup, signal })
    const { statusCode = 0, headers } = answer
    if (statusCode === 200) return answer
    answer.destroy()
    if (!headers.location || statusCode < 300 || redirects === 0) throw new Error(`The answer is ${statusCode}.`)
    return open(new URL(headers.location, url).href, signal, redirects - 1)
  }

  return async (address, bytes) => {
    try {
      const answer = await open(address, AbortSignal.timeout(patience), mostRedirects)
      return await read(answer, bytes)
    } catch {
      return undefined
    }
  }
}

const sent = (url: URL, options: { lookup: LookupFunction; signal: AbortSignal }) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const get = url.protocol === 'https:' ? getSecure : url.protocol === 'http:' ? getPlain : undefined
    if (!get) return reject(new Error('The address is not of the web.'))
    get(url, { ...options, agent: false, headers: { 'accept-encoding': 'identity' } }, resolve).on('error', reject)
  })

async function read(answer: IncomingMessage, bytes: number): Promise<SeenPicture | 'larger'> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    length += part.length
    // Leaving the loop closes the connection.
    if (length > bytes) return 'larger'
    parts.push(part)
  }
  return pictureIn(Buffer.concat(parts))
}
