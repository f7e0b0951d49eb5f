type Answer = (request: Request) => Response | Promise<Response>

/** A browser that keeps cookies by host and can follow redirects; `service` answers for its own origin. */
export function visitorOf(service: Answer, home = 'http://localhost', elsewhere: Answer = fetch) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = ({ origin }: URL) => {
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }

  async function send(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, home)
    const jar = jarOf(url)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '))
    const ours = url.origin === new URL(home).origin
    if (ours && !headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    const request = new Request(url, { ...init, headers, redirect: 'manual' })
    const response = ours ? await service(request) : await elsewhere(request)
    for (const given of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given)!
      if (value && !/max-age=0|expires=thu, 01 jan 1970/i.test(given)) jar.set(name, value)
      else jar.delete(name)
    }
    return response
  }

  /** Follows redirects and presses the issuer's button; returns the last answer and its address. */
  async function visit(address: string): Promise<{ address: string; answer: Response }> {
    let at = new URL(address, home)
    let init: RequestInit = {}
    for (let steps = 0; steps < 20; steps++) {
      const answer = await send(at, { headers: { accept: 'text/html', 'sec-fetch-site': 'none' }, ...init })
      const next = answer.headers.get('location')
      init = {}
      if (next) at = new URL(next, at)
      else if (at.pathname.startsWith('/interaction/')) init = { method: 'POST', headers: {} }
      else return { address: at.href.replace(home, ''), answer }
    }
    throw new Error('The redirects do not end.')
  }

  return { send, visit, cookies: (origin = home) => jars.get(origin) ?? new Map<string, string>() }
}
