// @vitest-environment node
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildPageIfStale } from '../../.ci/buildPage.ts'

let folder: string
let directory: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'))
  directory = join(folder, 'dist')
})
afterEach(() => rm(folder, { recursive: true }))

let builds = 0
/** Writes two files with a pause between them, so that a half-built page would be noticed. */
const slowly = async (outDir: string) => {
  const build = String(++builds)
  await writeFile(join(outDir, 'index.html'), build)
  await after(20)
  await writeFile(join(outDir, 'page.js'), build)
}
const served = async () => [
  await readFile(join(directory, 'index.html'), 'utf8'),
  await readFile(join(directory, 'page.js'), 'utf8'),
]

test('an up-to-date page is not built again', async () => {
  await buildPageIfStale(directory, slowly)
  const first = await served()
  await buildPageIfStale(directory, slowly)
  expect(await served()).toEqual(first)
})

test('a page built from other sources is built again', async () => {
  await buildPageIfStale(directory, slowly)
  const first = await served()
  await writeFile(join(directory, '.built-from'), 'other sources')
  await buildPageIfStale(directory, slowly)
  expect(await served()).not.toEqual(first)
})

test('programs that start at the same time never mix their pages', async () => {
  await Promise.all([1, 2, 3, 4].map(() => buildPageIfStale(directory, slowly)))
  const [html, script] = await served()
  expect(html).toBe(script)
  expect(await readdir(folder)).toEqual(['dist'])
})

test('a failed build leaves the page unchanged', async () => {
  await buildPageIfStale(directory, slowly)
  const first = await served()
  await writeFile(join(directory, '.built-from'), 'other sources')
  await expect(buildPageIfStale(directory, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await served()).toEqual(first)
})
