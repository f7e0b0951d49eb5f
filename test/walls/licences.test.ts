// @vitest-environment node
import { expect, test } from 'vitest'
import { licences, shippedPackages } from '../../.ci/licences.ts'

/** Licences that allow to ship a package with any other, as long as their text goes with it. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0']

const packages = shippedPackages()

test('every package that is shipped has a licence that allows it', () => {
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !allowed.includes(licence))).toEqual([])
})

test('the file of licences names every shipped package, with the text of its licence', () => {
  const file = licences(packages)
  for (const { name, version, text } of packages) {
    expect(file).toContain(`${name} ${version}\n`)
    expect(file).toContain(text)
  }
  expect(packages.filter(({ text }) => !text).map(({ name }) => name)).toEqual([])
})

test('what only builds and tests is not shipped', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['react', 'hono', 'pg']))
  for (const name of ['vite', 'vitest', '@playwright/test', 'typescript', 'oidc-provider'])
    expect(names).not.toContain(name)
})
