import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = {
  /** The recipients of the envelope. */
  to: string[]
  headers: Map<string, string>
  text: string
  html: string
}

/** A real SMTP server on its own port. `refuse` can reject a mail with an error. */
export async function startMailServer(
  refuse: (attempt: number) => Error | undefined = () => undefined,
  options: SMTPServerOptions = {},
) {
  const received: Received[] = []
  let attempts = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const error = refuse(++attempts)
        if (!error) {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, ...read(Buffer.concat(chunks).toString('latin1')) })
        }
        callback(error)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    received,
    host: `127.0.0.1:${typeof address === 'object' && address?.port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** The error of a mail server that cannot accept a mail at the moment. */
export const later = () => Object.assign(new Error('Try again later'), { responseCode: 451 })

/** Parses a mail like a mail program; `raw` holds bytes. */
function read(raw: string): Pick<Received, 'headers' | 'text' | 'html'> {
  const whole = part(raw)
  const boundary = /boundary="([^"]+)"/.exec(whole.headers.get('content-type') ?? '')?.[1] ?? ''
  const parts = whole.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((piece) => part(piece.replace(/^\r\n/, '')))
  const body = (type: string) => {
    const one = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type))
    return one ? decoded(one.body, one.headers.get('content-transfer-encoding')) : ''
  }
  return { headers: whole.headers, text: body('text/plain'), html: body('text/html') }
}

function part(raw: string) {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())]
    }),
  )
  return { headers, body: raw.slice(end + 4) }
}

function decoded(body: string, encoding = '7bit') {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  const bytes = encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\r\n/g, '')) : body
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}

const quotedPrintable = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Headers encode other characters than ASCII as `=?UTF-8?Q?…?=` or `=?UTF-8?B?…?=`. */
const words = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[QB]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, encoding, word]) =>
          encoding!.toUpperCase() === 'B'
            ? Buffer.from(word!, 'base64')
            : Buffer.from(quotedPrintable(word!.replaceAll('_', ' ')), 'latin1'),
        ),
      ).toString(),
    )
