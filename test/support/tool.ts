import type { Service } from './service.ts'

type Options = {
  as?: NonNullable<Parameters<Service['request']>[1]>['as']
  headers?: Record<string, string>
  body?: unknown
}

/** A publisher's tool that uses the documented API: it parses answers, and `path` begins after the publisher's offers. */
export const toolOf = (service: Service, publisherId = 'contoso') => {
  const ask = async (method: string, path: string, { as, headers, body }: Options = {}) => {
    const address = path.startsWith('/api/') ? path : `/api/publishers/${publisherId}/offers${path}`
    const version = address.includes('api-version=') ? '' : `${address.includes('?') ? '&' : '?'}api-version=2017-10-31`
    const response = await service.request(address + version, {
      method,
      ...(as && { as }),
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
    }
  }
  return {
    get: (path: string, options?: Options) => ask('GET', path, options),
    put: (path: string, body: unknown, options?: Options) => ask('PUT', path, { ...options, body }),
    post: (path: string, body?: unknown, options?: Options) => ask('POST', path, { ...options, body }),
    delete: (path: string, options?: Options) => ask('DELETE', path, options),
    /** Publishes as the owner by default. */
    publish: (offerId: string, options?: Options) =>
      ask('POST', `/${offerId}/publish`, {
        body: { metadata: { 'notification-emails': 'avery@contoso.com' } },
        ...options,
      }),
    statusOf: async (offerId: string) => (await ask('GET', `/${offerId}/status`)).json,
    submissions: async (offerId: string, filter = '') => (await ask('GET', `/${offerId}/submissions/${filter}`)).json,
  }
}
