// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openService } from '../../src/service/boot.ts'
import { readSettings } from '../../src/service/settings.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('when the disk is full while the service runs', () => {
  let service: Service
  let logged: Error[]
  beforeEach(async () => {
    logged = []
    const log = (error: Error) => void logged.push(error)
    const page = { routes: new Hono().get('*', (c) => c.html('The page')) }
    service = await startService({ place: join(folder, 'dashboard.db'), page, deps: () => ({ log }) })
  })
  afterEach(() => service.close())

  const pages = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(service.deps.db)
  const ready = async () => (await service.request('/readyz')).status

  test('a change answers 503, the log names the cause, and /readyz says no until there is space again', async () => {
    const tool = toolOf(service)
    const { offerId } = await service.anOffer()
    const { json: draft } = await tool.get(`/${offerId}`)
    draft.definition.offer['microsoft-azure-marketplace.description'] = 'long '.repeat(50_000)
    const save = () => tool.put(`/${offerId}`, draft, { headers: { 'if-match': '*' } })
    expect(await ready()).toBe(200)

    await pages(1)
    const refused = await save()
    expect([refused.status, refused.json.error.code]).toEqual([503, 'Unavailable'])
    expect(logged.map(({ cause }) => String(cause))).toEqual(['Error: database or disk is full'])
    expect([await ready(), await ready()]).toEqual([503, 503])
    expect((await tool.get(`/${offerId}`)).status).toBe(200)

    await pages(1_000_000)
    expect(await ready()).toBe(200)
    expect((await save()).status).toBe(200)
  })

  test('a browser without a session gets the page, and a session as soon as there is space again', async () => {
    await pages(1)
    const fill = sql`insert into session (id, account_id, token_hash, rights, device, created_time, used_time)
      select id, 'avery', id, '', '', '', '' from (select hex(randomblob(8)) as id)`
    await expect(
      (async () => {
        for (;;) await fill.execute(service.deps.db)
      })(),
    ).rejects.toThrow('cannot be written to')
    const browser = service.browser()
    const opened = await browser('/offers', { headers: { accept: 'text/html' } })
    expect([opened.status, await opened.text(), opened.headers.getSetCookie()]).toEqual([200, 'The page', []])
    expect(logged.map(({ cause }) => String(cause))).toEqual(['Error: database or disk is full'])
    expect((await browser('/api/portal/session')).status).toBe(503)

    await pages(1_000_000)
    expect((await browser('/api/portal/session')).status).toBe(200)
  })
})

const start = (directory: string) =>
  openService(readSettings({ DATA_DIR: directory, DEMO: '1' }), (error) => {
    throw error
  })

/** A disk of this many kilobytes; only a superuser can create one. */
function smallDisk(kilobytes: number) {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'pipe' })
    return () => execFileSync('/bin/umount', [folder])
  } catch {
    return undefined
  }
}

describe('a start', () => {
  test.for([0, 100, 300])(
    'on a disk with %d KB left ends with a sentence and leaves no empty token',
    async (left, { skip }) => {
      const unmount = smallDisk(left + 512) ?? skip('only a superuser can mount a small disk')
      try {
        writeFileSync(join(folder, 'filler'), 'x'.repeat(512 * 1024))
        await expect(start(folder)).rejects.toThrow(/^DATA_DIR=\S+ cannot be used: .*(?:ENOSPC|disk is full|disk I\/O)/)
        const tokens = readdirSync(folder).filter((name) => name.includes('token'))
        expect(tokens.filter((name) => readFileSync(join(folder, name), 'utf8').length !== 44)).toEqual([])
      } finally {
        unmount()
      }
    },
  )

  test('over a corrupted database ends with a sentence', async () => {
    const file = join(folder, 'dashboard.db')
    await (await start(folder)).close()
    const bytes = readFileSync(file)
    // The first page lists the tables and is intact.
    writeFileSync(file, bytes.fill(0xa5, 4_096))
    await expect(start(folder)).rejects.toThrow(/^DATA_DIR=\S+ cannot be used: database disk image is malformed\.$/)
  })
})
