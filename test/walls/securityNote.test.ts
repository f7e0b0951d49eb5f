// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [, note = ''] = /### What is defended\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []

/** The rows of the table: the items of the standard, what holds, and the tests. */
const rows = note
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, items = '', claim = '', tests = '']) => ({ items, claim, tests }))

const files = (test: string) => ['test.ts', 'test.tsx', 'spec.ts'].map((end) => `test/${test}.${end}`)

test('every claim of the security note names items of the standard and tests that exist', () => {
  expect(rows.length).toBeGreaterThan(20)
  for (const { items, claim, tests } of rows) {
    expect(items).toMatch(/^\d+\.\d+\.\d+(?:(?:, |–)\d+\.\d+\.\d+)*$/)
    expect(claim).not.toBe('')
    const names = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
    expect(names, claim).not.toEqual([])
    for (const name of names) expect(files(name).filter(existsSync), `${name} of "${claim}"`).toHaveLength(1)
  }
})

test('no item is claimed twice, and they stand in order', () => {
  const items = rows.flatMap((row) => row.items.split(/, |–/))
  expect(items.filter((item, index) => items.indexOf(item) !== index)).toEqual([])
  const first = rows.map((row) => row.items.split(/, |–/)[0]!)
  expect(first).toEqual(first.toSorted(new Intl.Collator('en', { numeric: true }).compare))
})
