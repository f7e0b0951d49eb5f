import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, SettingsError } from './settings.ts'
import { BackupError, backUp, restore } from './store/backup.ts'

/** `npm run backup -- FILE` and `npm run restore -- FILE`, for SQLite; PostgreSQL has pg_dump and pg_restore. */

const usage = {
  backup: 'npm run backup -- FILE: writes the database to a new file, while the dashboard may be running.',
  restore: 'npm run restore -- FILE: puts a backup in the place of the database, while the dashboard is stopped.',
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

/** Exit code 2: invalid arguments; 1: it could not be done. */
function fail(message: string, exitCode: number) {
  process.stderr.write(`${message}\n`)
  process.exitCode = exitCode
}

function run(command: keyof typeof usage, file: string) {
  const { DATABASE_URL, DATA_DIR } = readSettings(process.env)
  if (DATABASE_URL) throw new BackupError('DATABASE_URL is set: use pg_dump and pg_restore for PostgreSQL.')
  const database = join(DATA_DIR, 'dashboard.db')
  if (command === 'backup') {
    backUp(database, file)
    return print(`${file} holds the database as it was just now.`)
  }
  const earlier = restore(file, database, new Date())
  print(`${database} now holds what ${file} holds. Start the dashboard again.`)
  if (earlier) print(`The earlier database is kept as ${earlier}.`)
}

function start([name, ...args]: string[]) {
  const command = name === 'restore' ? 'restore' : 'backup'
  try {
    const { positionals, values } = parseArgs({
      args,
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values.help) return print(usage[command])
    const [file, ...more] = positionals
    if (!file || more.length > 0) return fail(usage[command], 2)
    run(command, file)
  } catch (error) {
    if (error instanceof BackupError || error instanceof SettingsError) return fail(error.message, 1)
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return fail(`${error.message}\n${usage[command]}`, 2)
    if (error instanceof Error && 'code' in error) return fail(`${error.message}.`, 1)
    throw error
  }
}

start(process.argv.slice(2))
