import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process that can be killed or asked to stop; both return what it wrote to its error output. */
export function startBusyService(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'busyService.ts')], {
    env: { PATH: process.env.PATH, ...environment },
  })
  let complaints = ''
  child.stderr.on('data', (text) => {
    complaints += text
  })
  const exited = once(child, 'exit')
  const ended = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exited
    return complaints
  }
  return {
    open: once(child.stdout, 'data'),
    kill: () => ended('SIGKILL'),
    end: () => ended('SIGTERM'),
  }
}
