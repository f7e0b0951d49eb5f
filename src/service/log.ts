import type { Settings } from './settings.ts'

const levels = ['silent', 'error', 'info']
const minute = 60_000

/** Logs sentences for people, never requests or their content, so that no secret is logged. */
export const logger = (level: Settings['LOG_LEVEL']) => {
  const writes = (wanted: string) => levels.indexOf(level) >= levels.indexOf(wanted)
  const told = new Set<string>()
  /** An unreachable database fails many times a second, so a repeated fault is logged once a minute. */
  const isNews = (fault: string) => {
    if (told.has(fault)) return false
    told.add(fault)
    setTimeout(() => told.delete(fault), minute).unref()
    return true
  }
  return {
    info: (text: string) => void (writes('info') && process.stdout.write(`${text}\n`)),
    error: (error: Error) => {
      const text = `${[error, error.cause].filter(Boolean).map(stackOf).join('\nCaused by: ')}\n`
      if (writes('error') && isNews(text)) process.stderr.write(text)
    },
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
