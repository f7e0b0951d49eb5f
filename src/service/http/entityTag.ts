/** The tags of an ETag, If-Match or If-None-Match, without the mark of weak ones: proxies add and drop it. */
export const tagsOf = (header: string): string[] => [...header.matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag)

/** Whether If-None-Match, a list of tags or `*`, names the answer with this ETag. */
export const isNamed = (etag: string, header: string) =>
  header === etag || header.trim() === '*' || tagsOf(header).some((tag) => tagsOf(etag).includes(tag))
