import type { Settings } from './settings.ts'

const levels = ['silent', 'error', 'info']

/** Writes sentences for people: neither requests nor their content, so that no secret is ever among them. */
export const logger = (level: Settings['LOG_LEVEL']) => {
  const writes = (wanted: string) => levels.indexOf(level) >= levels.indexOf(wanted)
  return {
    info: (text: string) => void (writes('info') && process.stdout.write(`${text}\n`)),
    error: (error: Error) => void (writes('error') && process.stderr.write(`${error.stack ?? error}\n`)),
  }
}
