import { getPath } from 'hono/utils/url'

const ids = /^\/api\/(?:portal\/marketplace\/)?publishers\/[^/]+(?:\/offers\/[^/]+)?/

/** The path that routes match: tools end it with a slash or not, and write the ids of publishers and offers in any case. */
export const addressOf = (request: Request) =>
  getPath(request)
    .replace(/(?<=.)\/$/, '')
    .replace(ids, (part) => part.toLowerCase())
