// @vitest-environment node
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What a room may import from besides itself: rooms, or single files of them. A new room needs an entry here. */
const doors: Record<string, readonly string[]> = {
  contract: [],
  'service/offerTypes/checks': ['contract'],
  'service/offerTypes': ['contract', 'service/offerTypes/checks'],
  'service/publishing': ['contract', 'service/offerTypes'],
  'service/store': ['contract', 'service/publishing', 'service/problems.ts'],
  'service/marketplace': ['contract', 'service/publishing', 'service/store', 'service/watch.ts'],
  'service/offers': [
    'contract',
    'service/marketplace/marketplace.ts',
    'service/offerTypes',
    'service/publishing',
    'service/store',
    'service/problems.ts',
  ],
  'service/marketplace/partnerCenter': [
    'contract',
    'service/marketplace/marketplace.ts',
    'service/offers',
    'service/publishing',
    'service/store',
    'service/problems.ts',
    'service/settings.ts',
  ],
  'service/marketplace/simulated': [
    'contract',
    'service/marketplace/marketplace.ts',
    'service/offers',
    'service/offerTypes',
    'service/publishing',
    'service/store',
    'service/problems.ts',
  ],
  'service/marketplace/simulated/cli': [
    'contract',
    'service/marketplace/partnerCenter/check.ts',
    'service/settings.ts',
    'service/tokens.ts',
  ],
  'service/members': ['contract', 'service/publishing', 'service/store', 'service/problems.ts'],
  'service/outbox': [],
  'service/outbox/mail': ['contract', 'service/outbox', 'service/publishing', 'service/store', 'locales'],
  'service/pictures': ['service/offerTypes', 'service/publicAddresses.ts'],
  'service/outbox/webhooks': [
    'contract',
    'service/outbox',
    'service/publishing',
    'service/store',
    'service/problems.ts',
    'service/publicAddresses.ts',
    'service/sealing.ts',
  ],
  'service/demo': ['contract', 'service/offers', 'service/offerTypes', 'service/publishing', 'service/store'],
  'service/http': [
    'contract',
    'service/marketplace/simulated/operator.ts',
    'service/members',
    'service/offers',
    'service/offerTypes',
    'service/outbox/mail',
    'service/outbox/webhooks',
    'service/publishing',
    'service/store',
    'service/currentRequest.ts',
    'service/problems.ts',
    'service/roleRules.ts',
    'service/settings.ts',
    'service/watch.ts',
    'locales',
  ],
  'service/currentRequest.ts': [],
  'service/log.ts': ['service/currentRequest.ts', 'service/settings.ts', 'service/watch.ts'],
  'service/watch.ts': [],
  'service/problems.ts': ['contract'],
  'service/roleRules.ts': ['contract'],
  'service/settings.ts': ['service/roleRules.ts'],
  'service/tokens.ts': ['service/settings.ts', 'service/store/accounts.ts'],
  'service/worker.ts': [],
  'service/boot.ts': [
    'service/demo',
    'service/http/deps.ts',
    'service/http/rateLimit.ts',
    'service/http/signIn/open.ts',
    'service/marketplace',
    'service/marketplace/partnerCenter',
    'service/marketplace/simulated',
    'service/offers',
    'service/outbox/mail',
    'service/pictures',
    'service/outbox/webhooks',
    'service/store',
    'service/clock.ts',
    'service/sealing.ts',
    'service/settings.ts',
    'service/tokens.ts',
    'service/watch.ts',
    'service/worker.ts',
  ],
  'service/metrics.ts': ['service/store/backlog.ts', 'service/watch.ts'],
  'service/traces.ts': ['service/currentRequest.ts', 'service/watch.ts'],
  'service/main.ts': [
    'service/boot.ts',
    'service/http',
    'service/log.ts',
    'service/metrics.ts',
    'service/settings.ts',
    'service/traces.ts',
    'service/watch.ts',
  ],
  service: [],
  'web/loading.ts': [],
  'web/i18n': ['contract/isolated.ts', 'contract/languages.ts', 'web/preferences.ts', 'web/loading.ts', 'locales'],
  'web/ui': ['web/loading.ts'],
  'web/clock.ts': [],
  'web/words': ['contract', 'web/clock.ts', 'web/i18n', 'web/ui'],
  'web/page': ['contract', 'web/api', 'web/i18n', 'web/ui', 'web/words'],
  'web/api': ['contract', 'web/clock.ts', 'web/paths.ts'],
  'web/features': [
    'contract',
    'web/clock.ts',
    'web/api',
    'web/i18n',
    'web/ui',
    'web/words',
    'web/page',
    'web/paths.ts',
    'web/preferences.ts',
  ],
  'web/paths.ts': ['contract/fieldAddress.ts'],
  'web/preferences.ts': [],
  web: ['contract', 'web'],
}

/** Packages that only one side may use; a name that ends in a slash covers all names that begin with it. */
const owners: Record<string, readonly string[]> = {
  kysely: ['service/store'],
  pg: ['service/store'],
  'node:sqlite': ['service/store'],
  nodemailer: ['service/outbox/mail'],
  hono: ['service/http'],
  '@hono/': ['service/http'],
  jose: ['service/http/signIn'],
  'openid-client': ['service/http/signIn'],
  pino: ['service/log.ts'],
  'prom-client': ['service/metrics.ts'],
  '@opentelemetry/': ['service/traces.ts'],
  'node:': ['service'],
  react: ['web'],
  'react-dom': ['web'],
  'react-router': ['web'],
  'react-i18next': ['web'],
  i18next: ['web'],
  '@fluentui/': ['web'],
  '@tanstack/': ['web'],
}

const files = globSync('**/*.{ts,tsx}', { cwd: 'src' })
const textOf = (file: string) => readFileSync(join('src', file), 'utf8')
const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`)
/** The innermost room with an entry in `doors` that contains the file. */
const roomOf = (file: string) =>
  Object.keys(doors)
    .filter((room) => isIn(file, room))
    .sort((a, b) => b.length - a.length)[0]

const imports = files.flatMap((file) =>
  [...textOf(file).matchAll(/(?:\bfrom|\bimport)[ (]*'([^']+)'/g)].map(([, name]) => ({ file, name: name! })),
)
const crossings = imports
  .filter(({ name }) => name.startsWith('.'))
  .map(({ file, name }) => ({ file, to: join('src', dirname(file), name).replace(/^src\//, '') }))

test('every file is in a room', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([])
  const unknown = ['service', 'web'].flatMap((side) =>
    readdirSync(join('src', side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${side}/${name}`)
      .filter((room) => !(room in doors) && room !== 'web/app'),
  )
  expect(unknown).toEqual([])
})

test('imports pass only through doors', () => {
  const broken = crossings.filter(({ file, to }) => {
    const room = roomOf(file)!
    return !isIn(to, room) && !doors[room]!.some((door) => isIn(to, door))
  })
  expect(broken).toEqual([])
  expect(crossings.length).toBeGreaterThan(100)
})

test('every door is used', () => {
  const unused = Object.entries(doors).flatMap(([room, opened]) =>
    opened
      .filter((door) => !crossings.some(({ file, to }) => roomOf(file) === room && isIn(to, door)))
      .map((door) => `${room} → ${door}`),
  )
  expect(unused).toEqual([])
})

test('no file and no room leads back to itself', () => {
  const files = crossings.map(({ file, to }) => [file, to] as const)
  const rooms = files.map(([file, to]) => [roomOf(file) ?? file, roomOf(to) ?? to] as const)
  expect(circles(files)).toEqual([])
  expect(circles(rooms.filter(([from, to]) => from !== to))).toEqual([])
})

/** Everything that can be reached from itself. */
function circles(steps: (readonly [from: string, to: string])[]) {
  const next = Map.groupBy(steps, ([from]) => from)
  const reaches = (start: string) => {
    const seen = new Set<string>()
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const [, to] of next.get(at) ?? []) if (!seen.has(to)) open.push(to) && seen.add(to)
    return seen
  }
  return [...next.keys()].filter((start) => reaches(start).has(start))
}

test('what nobody asked for is not loaded: metrics and traces', () => {
  const optional = /from '[^']*\/(?:metrics|traces)\.ts'/
  expect(files.filter((file) => optional.test(textOf(file)))).toEqual([])
})

test('features do not import each other', () => {
  const featureOf = (file: string) => /^web\/features\/([^/]+)\//.exec(file)?.[1]
  const met = crossings.filter(({ file, to }) => featureOf(file) && featureOf(to) && featureOf(file) !== featureOf(to))
  expect(met).toEqual([])
})

test('a package is used on its own side only', () => {
  const owned = (name: string) =>
    Object.keys(owners)
      .filter((owner) => (/[/:]$/.test(owner) ? name.startsWith(owner) : isIn(name, owner)))
      .sort((a, b) => b.length - a.length)[0]
  const astray = imports.filter(({ file, name }) => {
    const owner = owned(name)
    return owner !== undefined && !owners[owner]!.some((room) => isIn(file, room))
  })
  expect(astray).toEqual([])
})

describe('in every file', () => {
  const breaking = (pattern: RegExp, allowed: (file: string) => boolean = () => false) =>
    files.filter((file) => !allowed(file) && pattern.test(textOf(file)))

  test('only the api room talks to the network', () => {
    const network = /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/
    expect(breaking(network, (file) => !isIn(file, 'web') || isIn(file, 'web/api'))).toEqual([])
  })

  test('no SQL is written outside the store', () => {
    const sql = /\b(?:selectFrom|insertInto|updateTable|deleteFrom)\b/
    expect(breaking(sql, (file) => isIn(file, 'service/store'))).toEqual([])
  })

  test('no text is inserted as HTML', () => {
    expect(breaking(/dangerouslySetInnerHTML|\binnerHTML\b|insertAdjacentHTML/)).toEqual([])
  })

  test('the current time is a parameter, except at the edges', () => {
    const edges = ['service/boot.ts', 'service/backup.ts', 'service/marketplace/simulated/cli/command.ts']
    const clock = /\bnew Date\(\)|\bDate\.now\(/
    expect(breaking(clock, (file) => isIn(file, 'web') || edges.includes(file))).toEqual([])
  })

  test('no file has more than 250 lines', () => {
    expect(files.filter((file) => textOf(file).trimEnd().split('\n').length > 250)).toEqual([])
  })
})
