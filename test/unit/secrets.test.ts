// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { keepSecrets, withoutSecrets } from '../../src/service/offerTypes/secrets.ts'

const samples = offerTypes.map(({ id }) => ({ id, definition: sampleDefinition(id, 'Contoso Freight') }))
const crm = 'microsoft-azure-marketplace.crmLeadConfiguration'

/** Secrets of the samples, each with a recognizable text. */
const secretTexts = ['c2FtcGxl', 'sample-registry-password', 'sample-crm-password']

describe.each(samples)('$id', ({ definition }) => {
  test('shows no secret to a reader', () => {
    const text = JSON.stringify(withoutSecrets(definition))
    for (const secret of secretTexts) expect(text).not.toContain(secret)
  })

  test('keeps every secret when a client sends back what it read', () => {
    expect(keepSecrets(definition, withoutSecrets(definition))).toEqual(definition)
  })
})

const anOffer = (offer: Record<string, unknown>, plans: Definition['plans'] = []): Definition => ({
  displayText: 'Contoso',
  offer,
  plans,
})

const lead = { organizationUrl: 'https://contoso.crm.dynamics.com', userName: 'leads', password: 'open sesame' }

test('a shared access address loses only its signature', () => {
  const url = 'https://contoso.blob.core.windows.net/vhds/a.vhd?sp=rl&sig=abc%3D&st=2018-06-01T00:00:00Z'
  expect(withoutSecrets(anOffer({ url })).offer.url).toBe(url.replace('abc%3D', 'REDACTED'))
})

test('a new secret replaces the old one, an empty one removes it', () => {
  const previous = anOffer({ [crm]: lead })
  for (const password of ['another', '']) {
    const next = anOffer({ [crm]: { ...lead, password } })
    expect(keepSecrets(previous, next)).toEqual(next)
  }
})

test('an edit beside a secret does not change it', () => {
  const { password: _, ...read } = lead
  const kept = keepSecrets(anOffer({ [crm]: lead }), anOffer({ [crm]: { ...read, userName: 'sales' } }))
  expect(kept.offer[crm]).toEqual({ ...lead, userName: 'sales' })
})

test('a secret does not follow its address to another host', () => {
  const { password: _, ...read } = lead
  const elsewhere = { ...read, organizationUrl: 'https://fabrikam.com' }
  expect(keepSecrets(anOffer({ [crm]: lead }), anOffer({ [crm]: elsewhere })).offer[crm]).toEqual(elsewhere)

  const url = 'https://contoso.blob.core.windows.net/vhds/a.vhd?sig=abc'
  const moved = anOffer({ osVhdUrl: 'https://fabrikam.com/vhds/a.vhd?sig=REDACTED' })
  expect(keepSecrets(anOffer({ osVhdUrl: url }), moved)).toEqual(moved)
  const shown = anOffer({ description: 'https://contoso.blob.core.windows.net/vhds/a.vhd?sig=REDACTED' })
  expect(keepSecrets(anOffer({ osVhdUrl: url }), shown)).toEqual(shown)
})

test('removing a configuration removes its secret', () => {
  expect(keepSecrets(anOffer({ [crm]: lead }), anOffer({}))).toEqual(anOffer({}))
})

test('secrets stay with their plan when the order of plans changes', () => {
  const plan = (planId: string) => ({ planId, imageRepository: { username: planId, password: `secret of ${planId}` } })
  const previous = anOffer({}, [plan('basic'), plan('premium')])
  const { plans } = withoutSecrets(previous)
  expect(keepSecrets(previous, anOffer({}, plans.toReversed()))).toEqual(anOffer({}, [plan('premium'), plan('basic')]))
})

test('a renamed plan keeps its secrets, by its content or by its place, and never for another registry', () => {
  const plan = (planId: string, registryName: string, more = {}) => ({ planId, image: { registryName, ...more } })
  const secret = { password: 'open sesame' }
  const before = anOffer({}, [plan('a', 'one.azurecr.io', secret), plan('b', 'two.azurecr.io', secret)])
  const saved = (...plans: Definition['plans']) => keepSecrets(before, anOffer({}, plans)).plans
  const [a, b] = [plan('a', 'one.azurecr.io'), plan('b', 'two.azurecr.io')]

  expect(saved(a, { ...b, planId: 'c' })[1]).toEqual({ ...before.plans[1], planId: 'c' })
  expect(saved({ ...b, planId: 'c' }, a)[0]).toEqual({ ...before.plans[1], planId: 'c' })
  expect(saved(a, plan('c', 'two.azurecr.io', { tag: '1' }))[1]).toEqual(
    plan('c', 'two.azurecr.io', { ...secret, tag: '1' }),
  )
  expect(saved(a, plan('c', 'three.azurecr.io'))[1]).toEqual(plan('c', 'three.azurecr.io'))
  expect(saved(a, b, plan('c', 'two.azurecr.io'))[2]).toEqual(plan('c', 'two.azurecr.io'))
})

test('templates keep their expressions', () => {
  const offer = { templates: { properties: { adminPassword: "[parameters('adminPassword')]" } } }
  expect(withoutSecrets(anOffer(offer)).offer).toEqual(offer)
})

test.each([
  { password: '[x s3cret' },
  { password: { nested: [{ deep: 's3cret' }] } },
  { adminPassword: { value: 's3cret' } },
  { accessTokens: ['s3cret'] },
  { privateKey: '-----BEGIN PRIVATE KEY----- s3cret' },
  { parameters: { dbAdmin: { type: 'securestring', defaultValue: 's3cret' } } },
  { parameters: { settings: { type: 'secureObject', defaultValue: { key: 's3cret' } } } },
  { cloneUrl: 'https://deploy:s3cret@git.contoso.com/app.git' },
  { cloneUrl: 'see https://s3cret@git.contoso.com/app.git' },
  { endpoint: 'https://contoso.azurewebsites.net/api/leads?name=x&code=s3cret==' },
  { database: 'Server=tcp:contoso.database.windows.net;User ID=leads;Password=s3cret;Encrypt=true' },
])('a reader never sees the secret in %j, and it is kept when a client sends back what it read', (content) => {
  const previous = anOffer({ content })
  const read = withoutSecrets(previous)
  expect(JSON.stringify(read)).not.toMatch(/s3cret/)
  expect(keepSecrets(previous, read)).toEqual(previous)
})

test('what only resembles a secret is shown', () => {
  const content = {
    adminPassword: "[parameters('adminPassword')]",
    requiresToken: true,
    sshPublicKey: 'ssh-rsa AAAA',
    parameters: { size: { type: 'string', defaultValue: 'Standard_D2' } },
    privacyURL: 'https://contoso.com/privacy?lang=en&keyword=a@b',
    text: "[concat('https://contoso.com/?sig=', parameters('signature'))]",
  }
  expect(withoutSecrets(anOffer({ content })).offer).toEqual({ content })
})

test('a parameter that is made readable does not keep its secret', () => {
  const parameter = (type: string, rest = {}) => anOffer({ parameters: { dbAdmin: { type, ...rest } } })
  const previous = parameter('securestring', { defaultValue: 's3cret' })
  expect(keepSecrets(previous, parameter('string'))).toEqual(parameter('string'))
})

const json = fc.object({
  key: fc.oneof(fc.string(), fc.constantFrom('password', 'connectionString', 'osVhdUrl', 'planId', '__proto__')),
  values: [
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.webUrl({ withQueryParameters: true }).map((url) => `${url}&sig=sEcReT`),
    fc.constant('AccountName=contoso;AccountKey=sEcReT'),
  ],
  maxDepth: 4,
})

test('with arbitrary content no secret is shown or lost, and nothing throws', () => {
  fc.assert(
    fc.property(json, fc.array(json), json, (offer, rest, other) => {
      const plans = rest.map((plan, index) => ({ ...plan, planId: `plan-${index}` }))
      const definition = anOffer(offer as Record<string, unknown>, plans)
      const read = withoutSecrets(definition)
      expect(JSON.stringify(read)).not.toContain('sEcReT')
      expect(keepSecrets(definition, read)).toEqual(definition)
      keepSecrets(definition, anOffer(other as Record<string, unknown>))
    }),
  )
})

test('deeply nested content does not exhaust the stack', () => {
  const deep = JSON.parse(`${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`)
  expect(() => keepSecrets(withoutSecrets(anOffer({ deep })), anOffer({ deep }))).not.toThrow()
})

test('a megabyte that resembles addresses is read in a moment', () => {
  const text = `${'a.'.repeat(250_000)}${'x://y:'.repeat(80_000)}`
  const began = performance.now()
  withoutSecrets(anOffer({ text }))
  expect(performance.now() - began).toBeLessThan(1_000)
})
