// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readSettings, settingNames } from '../../src/service/settings.ts'
import { lastStageOf } from '../support/dockerfile.ts'

const image = lastStageOf('.deploy/Dockerfile')
type Service = {
  image: string
  environment?: Record<string, string | number>
  volumes?: string[]
  depends_on?: Record<string, unknown>
  command?: string[]
  read_only?: boolean
  stop_grace_period?: string
  ports?: string[]
  networks?: { default: { ipv4_address: string } }
  extra_hosts?: string[]
}
const compose: { services: Record<string, Service>; volumes: object } = parse(
  readFileSync('.deploy/compose.yaml', 'utf8'),
  { merge: true },
)
const { services } = compose
const caddyfile = readFileSync('.deploy/Caddyfile', 'utf8')
const replicas = Object.entries(services).filter(([, { image: name }]) => name === 'publisher-dashboard')
/** Node's own. */
const ofNode = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS']

test('every variable of the image and of the compose file is a setting, and together they are accepted', () => {
  expect(replicas.length).toBe(2)
  for (const [, { environment }] of replicas) {
    const all = Object.fromEntries(
      Object.entries({ ...image.environment, ...environment }).map(([name, value]) => [name, String(value)]),
    )
    expect(Object.keys(all).filter((name) => !settingNames.includes(name) && !ofNode.includes(name))).toEqual([])
    const { DRAIN_SECONDS } = readSettings(all)
    const grace = Number.parseInt(replicas[0]![1].stop_grace_period ?? '10', 10)
    expect(grace).toBeGreaterThan(DRAIN_SECONDS + 10)
  }
})

test('the image holds files of this repository, is run by nobody special, and starts as npm start does', () => {
  const made = ['dist', 'node_modules']
  expect(image.copies.filter(({ from }) => !made.includes(from) && !existsSync(from))).toEqual([])
  expect(image.copies.map(({ from, to }) => to === from || to === './')).not.toContain(false)
  expect(image.user).toBe('node')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(image.command.join(' ')).toBe(scripts.start)
  expect(image.health.length).toBe(3)
})

test('what the compose file names exists: files, volumes, services and addresses', () => {
  for (const [name, service] of Object.entries(services)) {
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':')
      const known = from.startsWith('.') ? existsSync(join('.deploy', from)) : from in compose.volumes
      expect([name, volume, known]).toEqual([name, volume, true])
    }
    const waitedFor = Object.keys(service.depends_on ?? {})
    expect([name, waitedFor.filter((other) => !(other in services))]).toEqual([name, []])
    const [program, file] = service.command ?? []
    if (program === 'node') expect([name, existsSync(file!)]).toEqual([name, true])
    for (const host of service.extra_hosts ?? [])
      expect(host.split(':')[1]).toBe(services.proxy!.networks!.default.ipv4_address)
    // Nothing of the example is reachable from another machine.
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/)
  }
})

test('the proxy sends requests to the replicas and to the issuer, on their ports', () => {
  const upstreams = [...caddyfile.matchAll(/\b([\w-]+):(\d{4})\b(?! \{)/g)].filter(([, name]) => name! in services)
  const named = [...caddyfile.matchAll(/reverse_proxy (.*?)(?: \{)?$/gm)].flatMap(([, list]) => list!.split(' '))
  expect(named.sort()).toEqual([...replicas.map(([name]) => `${name}:${image.environment.PORT}`), 'issuer:4000'])
  expect(upstreams.length).toBeGreaterThan(0)
  for (const [, { environment }] of replicas)
    for (const address of [environment!.PUBLIC_URL, environment!.OIDC_ISSUER])
      expect(caddyfile).toContain(`${address} {`)
})

test('the README names every setting', () => {
  const readme = readFileSync('README.md', 'utf8')
  const [, settings = ''] = /## Settings\n(.*?)\n## /s.exec(readme) ?? []
  const named = [...settings.matchAll(/`([A-Z…][A-Z0-9_]+)`/g)].map(([, name]) => name!)
  const missing = settingNames.filter(
    (name) => !named.some((one) => one === name || (one.startsWith('…') && name.endsWith(one.slice(1)))),
  )
  expect(missing).toEqual([])
})
