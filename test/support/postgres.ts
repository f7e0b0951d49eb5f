import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, globSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL of this test run; empty on a machine without PostgreSQL. */
    postgres: string
  }
}

const places = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql*/bin', '/usr/local/bin']

const initdb = () => globSync(places.map((place) => join(place, 'initdb'))).at(-1)

/** Starts a PostgreSQL for the tests, in a temporary folder and without a port, or says that there is none. */
export default async function lendPostgres(project: TestProject) {
  const programs = initdb()
  const user = programs ? unprivileged() : undefined
  if (!programs || !user) {
    process.stdout.write('PostgreSQL is not installed here: what needs it is skipped, SQLite is tested alone.\n')
    project.provide('postgres', '')
    return
  }
  const server = await startPostgres(programs, user)
  project.provide('postgres', server.url)
  return server.stop
}

type User = { uid?: number; gid?: number }

/** A PostgreSQL for one test; undefined on a machine without PostgreSQL. */
export async function postgresOfItsOwn() {
  const programs = initdb()
  const user = programs && unprivileged()
  return programs && user ? startPostgres(programs, user) : undefined
}

async function startPostgres(programs: string, user: User) {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  // A program that a test runs as another user reaches the socket, and nothing else.
  chmodSync(folder, 0o711)
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const written = openSync(log, 'a')
  const run = { ...user, cwd: folder, stdio: ['ignore', written, written] satisfies StdioOptions }
  execFileSync(programs, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], run)
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=300', 'fsync=off']
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  const start = async () => {
    const parameters = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    const server = spawn(join(programs, '../postgres'), parameters, run)
    if (!(await answers(server, url))) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`)
    return server
  }
  let server = await start()
  const end = async (signal: 'SIGQUIT' | 'SIGINT') => {
    server.kill(signal)
    await once(server, 'exit')
  }
  /** Sends the signal to the server and all its backends. */
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of [server.pid!, ...childrenOf(server.pid!)]) process.kill(pid, name)
  }
  return {
    url,
    /** Closes every connection and restarts. */
    restart: async () => {
      await end('SIGINT')
      server = await start()
    },
    /** Stops answering: connections stay open. */
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: async () => {
      await end('SIGQUIT')
      rmSync(folder, { recursive: true })
    },
  }
}

const childrenOf = (parent: number) =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid!)

/** PostgreSQL refuses to run as root, so root uses the system's user for it; undefined when there is none. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

async function answers(server: ChildProcess, url: string) {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const client = new pg.Client(url)
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (connected) return true
    await wait(100)
  }
  server.kill('SIGQUIT')
  return false
}
