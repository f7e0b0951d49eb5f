import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip'

/** The smallest encoding that the caller accepts; undefined when it accepts none. */
export function encodingFor(accepted = ''): Encoding | undefined {
  const readable = new Set(parseAccept(accepted).flatMap(({ type, q }) => (q > 0 ? [type.toLowerCase()] : [])))
  return (['br', 'gzip'] as const).find((encoding) => readable.has(encoding))
}
