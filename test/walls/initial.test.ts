// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Parts that only some pages or some readers need. */
const lazy = [
  /^api\/(?:news|attempts)\.ts$/,
  // The addresses of history are read before its code is there, to ask ahead.
  /^features\/history\/(?!filter\.ts$)/,
  /^features\/news\//,
  /^features\/offerList\/(?:ShortcutHelp|shortcutKeys|ViewPanel)\./,
  /^features\/status\//,
]

const statically = /^(?:import|export) (?!type\b)(?:[\w*{},\s]+ from )?'(\.[^']+)'/gm

/** What the first file of script contains: all that `main.tsx` imports, directly or not. */
function initialFiles() {
  const seen = new Set(['main.tsx'])
  // A set also yields what is added to it meanwhile.
  for (const file of seen)
    for (const [, name] of readFileSync(join('src/web', file), 'utf8').matchAll(statically)) {
      const to = join(dirname(file), name!)
      if (!to.startsWith('..') && /\.tsx?$/.test(to) && existsSync(join('src/web', to))) seen.add(to)
    }
  return [...seen]
}

test('news, history, shortcuts and timeline are fetched when they are needed, not with the first row', () => {
  const files = initialFiles()
  expect(files).toContain('features/offerList/OfferListPage.tsx')
  expect(files.filter((file) => lazy.some((pattern) => pattern.test(file)))).toEqual([])
})
