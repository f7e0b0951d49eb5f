// @vitest-environment node
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startBusyService } from '../support/busyProcess.ts'
import { expectOneStory } from '../support/ledger.ts'
import { manyOffers } from '../support/manyOffers.ts'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const place = () => join(folder, 'dashboard.db')

/** Runs the command as npm does; `code` is its exit code. */
const command = (name: 'backup' | 'restore', args: string[], environment: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(
      process.execPath,
      ['src/service/backup.ts', name, ...args],
      { env: { PATH: process.env.PATH, DATA_DIR: folder, ...environment } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  )

const namesIn = async (file: string) => {
  const service = await startService({ place: file })
  const { json } = await toolOf(service).get('?$top=100')
  await service.close()
  return json.map(({ definition }: { definition: { displayText: string } }) => definition.displayText).sort()
}

const withOffers = async (...names: string[]) => {
  const service = await startService({ place: place() })
  for (const name of names) await service.anOffer({ name })
  await service.close()
}

// The commands are SQLite's own; PostgreSQL has pg_dump.
describe('npm run backup and npm run restore', () => {
  test('a backup made while 40 offers move is one whole moment of them', async () => {
    const before = await startService({ place: place(), pace: 1 })
    await manyOffers(before, 40)
    await before.close()
    const busy = startBusyService({ DATA_DIR: folder, DEMO: '0', MARKETPLACE_PACE: '0.05' })
    await busy.open
    for (const name of ['first.db', 'second.db']) {
      await wait(700)
      expect(await command('backup', [join(folder, name)])).toMatchObject({ code: 0 })
    }
    await busy.kill()

    for (const name of ['first.db', 'second.db']) {
      const file = join(folder, name)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const copy = await startService({ place: file, pace: 1 })
      await expectOneStory(copy.deps.db)
      await copy.close()
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('what was restored is what was backed up, and what it replaced is kept', async () => {
    await withOffers('Contoso Kept')
    const file = join(folder, 'backup.db')
    await command('backup', [file])
    await withOffers('Contoso Later')

    const { code, said } = await command('restore', [file])
    expect(code).toBe(0)
    expect(await namesIn(place())).toEqual(['Contoso Kept'])
    const earlier = /kept as (.+)\.\n/.exec(said)![1]!
    expect(await namesIn(earlier)).toEqual(['Contoso Kept', 'Contoso Later'])
  })

  test('a database that is in use is not replaced', async () => {
    await withOffers('Contoso Kept')
    const file = join(folder, 'backup.db')
    await command('backup', [file])
    const running = await startService({ place: place() })
    const { code, said } = await command('restore', [file])
    expect([code, said]).toEqual([1, `${place()} is in use. Stop the dashboard first; nothing was changed.\n`])
    await running.anOffer({ name: 'Contoso Later' })
    await running.close()
    expect(await namesIn(place())).toEqual(['Contoso Kept', 'Contoso Later'])
  })

  test('a damaged database can be replaced, and a damaged backup replaces nothing', async () => {
    await withOffers('Contoso Kept')
    const file = join(folder, 'backup.db')
    await command('backup', [file])
    const damaged = join(folder, 'damaged.db')
    const bytes = readFileSync(file)
    writeFileSync(damaged, bytes.fill(0x5a, 4_096, 60_000))
    expect(await command('restore', [damaged])).toMatchObject({ code: 1 })
    expect(await namesIn(place())).toEqual(['Contoso Kept'])

    writeFileSync(place(), 'no database at all, for longer than a header of one would be: '.repeat(4))
    expect(await command('restore', [file])).toMatchObject({ code: 0 })
    expect(await namesIn(place())).toEqual(['Contoso Kept'])
  })

  test('what cannot be done is said in a sentence, and no file is overwritten', async () => {
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'My notes')
    expect(await command('backup', [join(folder, 'new.db')])).toEqual({
      code: 1,
      said: `There is no database at ${place()}.\n`,
    })
    await withOffers('Contoso Kept')
    expect(await command('backup', [file])).toEqual({
      code: 1,
      said: `${file} exists. Name another file, or remove it.\n`,
    })
    expect(await command('restore', [file])).toEqual({ code: 1, said: `${file} is no database.\n` })
    expect(readFileSync(file, 'utf8')).toBe('My notes')
    expect(await command('restore', [join(folder, 'none.db')])).toMatchObject({ code: 1 })
    const nowhere = await command('backup', [join(folder, 'none', 'backup.db')])
    expect(nowhere.code).toBe(1)
    expect(nowhere.said).toMatch(/ENOENT: no such file or directory/)
    expect(existsSync(join(folder, 'none'))).toBe(false)
    const elsewhere = { DATABASE_URL: 'postgres://localhost/dashboard' }
    expect(await command('backup', [join(folder, 'new.db')], elsewhere)).toEqual({
      code: 1,
      said: 'DATABASE_URL is set: use pg_dump and pg_restore for PostgreSQL.\n',
    })
    expect(await command('backup', [])).toMatchObject({ code: 2 })
    expect(await command('backup', ['a.db', 'b.db'])).toMatchObject({ code: 2 })
    expect(await command('restore', ['--force', 'a.db'])).toMatchObject({ code: 2 })
    expect((await command('backup', ['--help'])).said).toMatch(/^npm run backup -- FILE: /)
  })
})
