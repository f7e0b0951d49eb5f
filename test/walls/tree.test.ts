// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
const texts = tracked
  .filter((file) => existsSync(file) && !/\.(?:png|jpe?g|ico|woff2?)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const naming = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('nothing points outside this repository', () => {
  expect(naming(/(?<![\w.-])\/(?:work|home|root|Users)\/\w|\.\.\/shared\b/)).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  expect(naming(new RegExp(['registry', 'npmjs'].join('\\.')))).toEqual([])
})

test('generated files are not committed', () => {
  expect(tracked.filter((file) => /^(?:dist|node_modules|\.data|test-results|playwright-report)\//.test(file))).toEqual(
    [],
  )
})
