import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '../..')

type Place = {
  /** Another folder than this repository. */
  cwd?: string
  /** Another user than this one. */
  uid?: number | undefined
}

/** A program as a process of its own, run by this Node. */
export function startProgram(file: string, environment: Record<string, string>, { cwd = root, uid }: Place = {}) {
  const child = spawn(process.execPath, [file], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
    ...(uid !== undefined && { uid, gid: uid }),
  })
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  const complaints = text(child.stderr)
  const exited = once(child, 'exit')
  return {
    /** Waits until the program has written this, and returns what the pattern's first group matched. */
    async writes(pattern: RegExp): Promise<string> {
      for (;;) {
        const match = pattern.exec(said)
        if (match) return match[1] ?? match[0]
        const ended = await Promise.race([once(child.stdout, 'data'), exited.then(() => 'ended' as const)])
        if (ended === 'ended') throw new Error(`It ended: ${said}${await complaints}`)
      }
    },
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** Nobody reads its output any more. */
    stopReading: () => child.stdout.destroy(),
    /** What it wrote, and its exit code, at its end. */
    async ended() {
      const [code] = await exited
      return { code, said, complaints: await complaints }
    },
  }
}
