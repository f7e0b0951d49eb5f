import { pino } from 'pino'
import { currentRequest } from './currentRequest.ts'
import type { Settings } from './settings.ts'
import type { Answered } from './watch.ts'

const minute = 60_000

/**
 * Logs sentences and faults, never a request's content or address, so that no secret is logged. `secrets` are those of the
 * settings: a library's error may quote one.
 */
export const logger = (
  { LOG_LEVEL, LOG_FORMAT }: Pick<Settings, 'LOG_LEVEL' | 'LOG_FORMAT'>,
  secrets: readonly string[] = [],
) => {
  const lines = pino(
    {
      level: LOG_LEVEL,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => ({ request: currentRequest.getStore() }),
    },
    { write: LOG_FORMAT === 'json' ? (line) => void process.stdout.write(line) : writeSentence },
  )
  const hide = (text: string) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text)
  const told = new Set<string>()
  /** An unreachable database fails many times a second, so the stack of a repeated fault is logged once a minute. */
  const isNews = (fault: string) => {
    if (told.has(fault)) return false
    told.add(fault)
    setTimeout(() => told.delete(fault), minute).unref()
    return true
  }
  return {
    info: (text: string) => lines.info(hide(text)),
    error: (error: Error) => {
      const stack = hide([error, error.cause].filter(Boolean).map(stackOf).join('\nCaused by: '))
      if (isNews(stack)) lines.error({ stack }, hide(error.message))
      // Who reports a request's ID finds its fault, however often it was repeated.
      else if (currentRequest.getStore()) lines.error(hide(error.message))
    },
    answered: ({ method, route, status, milliseconds }: Answered) =>
      lines.debug({ method, route, status, milliseconds: Math.round(milliseconds) }, 'answered'),
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

type Line = Partial<Answered> & { level: string; msg: string; stack?: string; request?: string }

/** For the person at the terminal: the sentence alone, faults on the error output. */
function writeSentence(line: string) {
  const { level, msg, stack, request, method, route, status, milliseconds }: Line = JSON.parse(line)
  const text = method ? `${method} ${route} ${status} ${milliseconds} ms` : (stack ?? msg)
  const output = level === 'error' ? process.stderr : process.stdout
  output.write(request ? `${text} (request ${request})\n` : `${text}\n`)
}
