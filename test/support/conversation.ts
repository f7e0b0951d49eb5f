import { expect } from 'vitest'
import * as z from 'zod/mini'
import type { ApiOperation } from '../../src/contract/api/operation.ts'

type Asked = { method: string; path: string; headers: Record<string, string>; body?: string | undefined }
type Conversation = { asked: string; response: Response; text: string }

/** One request and its complete answer. */
export async function conversation(
  fetch: (request: Request) => Response | Promise<Response>,
  { method, path, headers, body }: Asked,
): Promise<Conversation> {
  const sent = body === undefined || method === 'get' ? {} : { body }
  const request = new Request(new URL(path, 'http://localhost'), {
    method: method.toUpperCase(),
    headers: { ...headers },
    ...sent,
  })
  const response = await fetch(request)
  // These tests do not decompress.
  const text = response.headers.has('content-encoding') ? '' : await response.text()
  return { asked: `${method} ${path}`, response, text }
}

/** Fails unless the answer is documented, with the documented headers and body. */
export function documentAnswer({ answers }: ApiOperation, { asked, response, text }: Conversation) {
  const { status, headers } = response
  const answer = answers[status]
  if (!answer) throw new Error(`${asked} was answered ${status}, which is not documented: ${text}`)
  const promised = Object.keys(answer.headers ?? {}).filter((name) => name !== 'ETag' || !headers.has('set-cookie'))
  for (const name of promised) expect([asked, name, headers.get(name)]).not.toContain(null)
  if (status === 202) {
    const location = headers.get('location')
    expect(location).toMatch(/^\/api\/publishers\/[^/]+\/offers\/[^/]+\/operations\/[\w-]+\?api-version=2017-10-31$/)
    expect(headers.get('operation-location')).toBe(location)
  }
  if (headers.has('content-encoding')) return
  const { body, mayBeEmpty } = answer
  if (mayBeEmpty && text === '') return
  if (!body) expect([asked, status, text]).toEqual([asked, status, ''])
  else if (typeof body === 'string') expect(headers.get('content-type')).toContain(body)
  else {
    const value = JSON.parse(text)
    const { data, error } = z.safeParse(body, value)
    expect([asked, error?.issues]).toEqual([asked, undefined])
    // Anything that the schema drops is undocumented.
    expect([asked, data]).toEqual([asked, value])
  }
}
