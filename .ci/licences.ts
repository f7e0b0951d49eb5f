import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '..')
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

type Locked = { version: string; dev?: boolean; devOptional?: boolean; optional?: boolean }
type Shipped = { name: string; version: string; licence: string; text: string }

/** The packages that run with the page or the service, as installed: not those that build and test. */
export function shippedPackages(): Shipped[] {
  const locked: [string, Locked][] = Object.entries(json('package-lock.json').packages)
  return locked
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .filter(([path]) => existsSync(join(root, path)))
    .map(([path, { version }]) => ({
      name: path.split('node_modules/').at(-1)!,
      version,
      licence: String(json(join(path, 'package.json')).license),
      text: textIn(path),
    }))
}

/** The licence as the package has it. Some packages only name theirs: the MIT licence has the same words everywhere. */
function textIn(path: string) {
  const folder = join(root, path)
  const [file] = globSync('{licen[cs]e,LICEN[CS]E,Licen[cs]e,COPYING}*', { cwd: folder }).sort()
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  const { license, author, repository } = json(join(path, 'package.json'))
  if (license !== 'MIT') return ''
  const words = readFileSync(join(root, 'LICENSE'), 'utf8')
  return words.replace(/^Copyright .*$/m, `Copyright (c) ${author?.name ?? author ?? repository.url}`).trim()
}

const rule = '-'.repeat(80)

/** What each licence asks for: the packages and their texts, the same text once. */
export function licences(packages: readonly Shipped[]): string {
  const texts = Map.groupBy(packages, ({ licence, text }) => `${licence}\n\n${text}`)
  const parts = [...texts].map(([text, group]) => {
    const names = group.map(({ name, version }) => `${name} ${version}`)
    return `${names.join('\n')}\n\n${text.trim()}\n`
  })
  const head = 'The publisher dashboard contains these packages, each under its own licence.\n'
  return [head, ...parts].join(`\n${rule}\n\n`)
}

/** Writes the licences beside the page, which links to them. */
export const licencesFile = (): Plugin => ({
  name: 'licences-file',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences(shippedPackages()) })
  },
})
