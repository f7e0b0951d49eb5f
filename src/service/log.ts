import type { Settings } from './settings.ts'

const levels = ['silent', 'error', 'info']
const minute = 60_000

/** Writes sentences for people: neither requests nor their content, so that no secret is ever among them. */
export const logger = (level: Settings['LOG_LEVEL']) => {
  const writes = (wanted: string) => levels.indexOf(level) >= levels.indexOf(wanted)
  const told = new Map<string, number>()
  /** A database that is away is missed many times a second: a fault is told once a minute. */
  const isNews = (fault: string) => {
    const now = Date.now()
    for (const [text, time] of told) if (now - time >= minute) told.delete(text)
    if (told.has(fault)) return false
    told.set(fault, now)
    return true
  }
  return {
    info: (text: string) => void (writes('info') && process.stdout.write(`${text}\n`)),
    error: (error: Error) => {
      const text = `${error.stack ?? error}\n`
      if (writes('error') && isNews(text)) process.stderr.write(text)
    },
  }
}
