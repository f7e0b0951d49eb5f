import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip'

/** The shortest form the caller reads; undefined when it wants the bytes as they are. */
export function encodingFor(accepted = ''): Encoding | undefined {
  const readable = new Set(parseAccept(accepted).flatMap(({ type, q }) => (q > 0 ? [type.toLowerCase()] : [])))
  return (['br', 'gzip'] as const).find((encoding) => readable.has(encoding))
}
