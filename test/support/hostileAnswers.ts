import { hostileTexts } from './hostile.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** Properties that hold text from outside, and those below which every text is from outside. */
const texts =
  /^(?:name|displayText|publisherName|offerName|stepName|description|messageHtml|title|reason|actor|endedBy|email|subject|text|error|device|before|after|part|estimatedTimeFrame|notificationEmails)$/
const whole = /^(?:content|values|recipients|addresses|definition)$/
/** Properties below those that mean something to the page. */
/** Names that the page checks in answers too. */
const checked = /views\.items\.\d+\.name$|definition\.(?:displayText|plans\.\d+\.planId)$/
const meaningful = /^(?:href|type|link)$/

/** Hostile texts in one text; so many that a list has them all. */
const together = 40
export const separator = ' ¦ '

/**
 * The service, whose answers carry hostile texts wherever text from outside can be: also what this service would refuse,
 * because another one may not.
 */
export function hostileAnswers(fetch: Fetch) {
  const next = new Map<string, number>()
  let start = 0
  let isForeign = false
  const given = new Map<string, string>()
  const places = new Map<string, string>()

  function take(original: string, place: string) {
    const property = place.split('.').at(-1)!
    const from = next.get(property) ?? start
    const known = given.get(`${property} ${original}`)
    const parts = Array.from({ length: together }, (_, index) => hostileTexts[(from + index) % hostileTexts.length])
    const text = known ?? parts.join(separator)
    if (known === undefined) next.set(property, from + together)
    given.set(`${property} ${original}`, text)
    places.set(place, text)
    return text
  }

  function rewritten(value: unknown, place: string, property: string, isOutside: boolean): unknown {
    if (typeof value === 'string' && property === 'code') return isForeign ? `foreign-${value}` : value
    if (typeof value === 'string') return isOutside && value !== '' && !checked.test(place) ? take(value, place) : value
    if (Array.isArray(value))
      return value.map((item, index) => rewritten(item, `${place}.${index}`, property, isOutside))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        rewritten(
          inner,
          `${place}.${name}`,
          name,
          !meaningful.test(name) && (isOutside || texts.test(name) || whole.test(name)),
        ),
      ]),
    )
  }

  return {
    /** Other texts from now on. `foreign`: with codes that the page does not know, so that it shows the service's words. */
    begin({ foreign }: { foreign: boolean }) {
      start = foreign ? together / 2 : 0
      next.clear()
      isForeign = foreign
      given.clear()
      places.clear()
    },
    /** The texts at the places that the pattern names, such as `/api/portal/offers.items.0.name`. */
    at: (pattern: RegExp) => [...places].flatMap(([place, text]) => (pattern.test(place) ? [text] : [])),
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url)
      // Which fields there are is no text from outside.
      if (!pathname.startsWith('/api/') || pathname.startsWith('/api/offerTypes/')) return fetch(request)
      const headers = new Headers(request.headers)
      for (const name of ['accept-encoding', 'if-none-match']) headers.delete(name)
      const answer = await fetch(new Request(request, { headers }))
      if (!answer.headers.get('content-type')?.includes('json')) return answer
      const kept = new Headers(answer.headers)
      for (const name of ['content-length', 'etag']) kept.delete(name)
      const body = JSON.stringify(rewritten(await answer.json(), pathname, '', false))
      return new Response(body, { status: answer.status, headers: kept })
    },
  }
}
