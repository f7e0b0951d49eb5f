// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field } from '../../src/contract/forms.ts'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { appJsonDependencies, appJsonIdentity } from '../../src/service/offerTypes/checks/appJson.ts'
import type { Check } from '../../src/service/offerTypes/checks/check.ts'
import { declared } from '../../src/service/offerTypes/checks/declared.ts'
import { type FaultCode, faultMessages } from '../../src/service/offerTypes/checks/faults.ts'
import { defaultTagPresent, fixedTagPresent, platformsSupported } from '../../src/service/offerTypes/checks/images.ts'
import { installUrlWorks } from '../../src/service/offerTypes/checks/installUrl.ts'
import { leadDestinationRequired, leadDestinationValid } from '../../src/service/offerTypes/checks/leads.ts'
import { usageAttribution } from '../../src/service/offerTypes/checks/usageAttribution.ts'
import { vmImagePresent, vmImagesCopyable } from '../../src/service/offerTypes/checks/vmImages.ts'
import { address, required, text, versions } from '../../src/service/offerTypes/fields/field.ts'
import { contacts, listing, settings } from '../../src/service/offerTypes/fields/listing.ts'
import { problemsIn } from '../../src/service/offerTypes/offerType.ts'

const anOffer = (offer: Record<string, unknown>, plans: Definition['plans'] = []): Definition => ({
  displayText: 'Contoso',
  offer,
  plans,
})
const aPlan = (property: string, value: unknown) => anOffer({}, [{ planId: 'basic', [property]: value }])
const codes = (check: Check, definition: Definition) => check(definition).map(({ code }) => code)
const ofOffer = (field: Field) => declared([{ name: 'technical', fields: [field] }])
const ofPlans = (field: Field) => declared([{ name: 'plans', ofPlans: true, fields: [field] }])
/** What is wrong with the values that are there. */
const limitCodes = (definition: Definition) => {
  const forms = [settings, listing('marketplace', []), contacts('support')]
  const check = declared(definition.plans.length > 0 ? [...forms, { name: 'plans', ofPlans: true, fields: [] }] : forms)
  return codes(check, definition).filter((code) => code !== 'requiredField')
}
const market = (property: string) => `microsoft-azure-marketplace.${property}`

describe('required fields', () => {
  test.each([undefined, null, '', '  ', [], {}])('%j counts as empty', (value) => {
    expect(ofOffer(required(text('title')))(anOffer({ title: value }))).toEqual([
      { code: 'requiredField', message: 'This field is required.', target: 'title' },
    ])
  })

  test.each([0, false, 'x', ['x'], { x: 1 }])('%j counts as a value', (value) => {
    expect(ofOffer(required(text('title')))(anOffer({ title: value }))).toEqual([])
  })

  test('a missing field of a plan is reported with the plan’s ID', () => {
    expect(ofPlans(required(text('skuTitle')))(aPlan('skuTitle', ''))).toEqual([
      {
        code: 'requiredPlanField',
        message: 'This field is required for the plan basic.',
        target: 'plans.skuTitle',
        values: { plan: 'basic' },
      },
    ])
    expect(codes(ofPlans(text('skuTitle')), anOffer({}))).toEqual(['planRequired'])
  })
})

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

  test.each<[string, Definition, string[]]>([
    ['a name of 51 characters', { ...anOffer({}), displayText: 'x'.repeat(51) }, ['textTooLong']],
    ['a name of 50 characters', { ...anOffer({}), displayText: 'x'.repeat(50) }, []],
    ['101 preview subscriptions', anOffer({ [market('allowedSubscriptions')]: many(101) }), ['tooManyEntries']],
    ['100 preview subscriptions', anOffer({ [market('allowedSubscriptions')]: many(100) }), []],
    ['6 categories', anOffer({ [market('categories')]: many(6) }), ['tooManyEntries']],
    ['5 categories', anOffer({ [market('categories')]: many(5) }), []],
    ['a plan id that ends with a hyphen', anOffer({}, [{ planId: 'basic-' }]), ['planIdInvalid']],
    ['a plan id with an underscore', anOffer({}, [{ planId: 'ba_sic' }]), ['planIdInvalid']],
    ['two plans of one id', anOffer({}, [{ planId: 'basic' }, { planId: 'basic' }]), ['planIdTaken']],
    ['a script as an address', anOffer({ [market('privacyURL')]: 'javascript:alert(1)' }), ['urlInvalid']],
    ['no address yet', anOffer({ [market('privacyURL')]: '' }), []],
    [
      'a link without scheme',
      anOffer({ [market('usefulLinks')]: [{ linkTitle: 'Docs', linkUrl: 'contoso.com' }] }),
      ['urlInvalid'],
    ],
    ['two contacts in one field', anOffer({ [market('supportContactEmail')]: 'a@b.com,c@d.com' }), ['emailInvalid']],
    ['a contact that is a number', anOffer({ [market('engineeringContactEmail')]: 7 }), ['emailInvalid']],
  ])('%s', (_, definition, expected) => {
    expect(limitCodes(definition)).toEqual(expected)
  })

  test('each offer type has its own address fields', () => {
    expect(codes(ofOffer(address('appUrl')), anOffer({ appUrl: 'ftp://contoso.com' }))).toEqual(['urlInvalid'])
  })
})

test.each<[string[], string[]]>([
  [['1.0.0', '1.0.1', '1.10.0', '2.0.0'], []],
  [['1.0.0', '1.0.0.0'], ['versionInvalid']],
  [['v1'], ['versionInvalid']],
  [['1.1.0', '1.10.0', '1.9.0'], []],
  [['2.0.0', '1.0.0'], []],
  [['2024.03.07', '2024.03.14'], []],
  [['1.2.0', '1.02.0'], ['versionNotGreater']],
])('the versions %j', (given, expected) => {
  const images = Object.fromEntries(given.map((version) => [version, {}]))
  expect(codes(ofPlans(versions('images', [])), aPlan('images', images))).toEqual(expected)
})

describe('image copying', () => {
  const vmImages = 'microsoft-azure-virtualmachines.vmImages'
  const good =
    'https://contoso.blob.core.windows.net/vhds/a.vhd?st=2018-06-01T00:00:00Z&se=2030-06-01T00:00:00Z&sp=rl&sig=sEcReT'
  const found = (osVhdUrl: string) => vmImagesCopyable(aPlan(vmImages, { '1.0.0': { osVhdUrl } }))
  const failure = 'Failure: Copying Images. Not able to download blob'

  test.each([
    ['sasQueryMissing', good.split('?')[0]!, `${failure} using provided SAS Uri.`],
    ['sasBlankInName', good.replace('a.vhd', 'my%20image.vhd'), `${failure} using provided SAS Uri.`],
    ['sasPeriodMissing', good.replace('st=', 'x='), `${failure} using provided SAS Uri.`],
    ['sasPeriodMissing', good.replace('se=', 'x='), `${failure} using provided SAS Uri.`],
    ['sasPermissionsMissing', good.replace('sp=rl', 'sp=r'), `${failure} using provided SAS Uri.`],
    ['sasDateIncomplete', good.replace('2030-06-01T00:00:00Z', '2030-06-01'), `${failure} due to incorrect SAS Url.`],
    ['sasDateIncomplete', good.replace('T00:00:00Z&se', 'T00:00Z&se'), `${failure} due to incorrect SAS Url.`],
    ['sasNotAuthorized', good.replace('sig=sEcReT', 'sig='), `${failure} due to authorization error.`],
    ['sasNotAuthorized', good.replace('sEcReT', 'REDACTED'), `${failure} due to authorization error.`],
  ])('%s: %s', (code, address, message) => {
    const faults = found(address)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ code, values: { plan: 'basic', version: '1.0.0' } })
    expect(faults[0]!.message.startsWith(message)).toBe(true)
    expect(JSON.stringify(faults)).not.toContain('sEcReT')
  })

  test.each([good, good.replaceAll(':00', '%3A00'), good.replace('2018-06-01T', '11-02-2017T')])('%s', (address) => {
    expect(found(address)).toEqual([])
  })

  test('checks data disks too', () => {
    const image = { osVhdUrl: good, lunVhdDetails: [{ lun: 0, lunVhdUrl: 'https://contoso.com/data.vhd' }] }
    expect(codes(vmImagesCopyable, aPlan(vmImages, { '1.0.0': image }))).toEqual(['sasQueryMissing'])
  })

  test.each([undefined, null, {}, [], '1.0.0', { '1.0.0': {} }, { '1.0.0': { osVhdUrl: ' ' } }])(
    '%j is no image',
    (images) => {
      expect(vmImagePresent(aPlan(vmImages, images))).toEqual([
        {
          code: 'noVmImage',
          message: 'No virtual machine image was found for the plan basic.',
          target: `plans.${vmImages}`,
          values: { plan: 'basic' },
        },
      ])
    },
  )
})

describe('usage attribution', () => {
  const tracking = {
    type: 'Microsoft.Resources/deployments',
    name: 'pid-6f4d2c1a-0b7e-4c35-9a51-2d8e7f3b9c10',
  }
  const packaged = (...templates: unknown[]) =>
    aPlan('microsoft-azure-applications.package', { '1.0.0': { templates: { ...templates } } })

  test.each<[string, unknown[], string[]]>([
    ['a tracked template', [{ resources: [tracking] }], []],
    ['a tracked template as text', [JSON.stringify({ resources: [tracking] })], []],
    ['one of two untracked', [{ resources: [tracking] }, { resources: [] }], ['usageTrackingMissing']],
    ['another deployment', [{ resources: [{ ...tracking, name: 'pid-' }] }], ['usageTrackingMissing']],
    ['text that is no JSON', ['{'], ['usageTrackingMissing']],
    ['no template', [], ['usageTrackingMissing']],
  ])('%s', (_, templates, expected) => {
    expect(codes(usageAttribution, packaged(...templates))).toEqual(expected)
  })

  test('links to more information', () => {
    expect(usageAttribution(packaged())[0]!.values).toEqual({
      plan: 'basic',
      link: 'https://aka.ms/aboutinfluencedrevenuetracking',
    })
  })
})

describe('lead destinations', () => {
  const connectionString = 'AccountName=contoso;AccountKey=c2FtcGxl'
  const guid = '3f2c8a10-7d54-4c1e-9b7a-1f6f0d0a5b21'
  const url = 'https://contoso.crm.dynamics.com'
  const lead = (destination: unknown, configuration: unknown) =>
    anOffer({ [market('leadDestination')]: destination, [market(`${destination}LeadConfiguration`)]: configuration })

  test.each<[string, unknown]>([
    ['table', { connectionString }],
    ['blob', { connectionString, containerName: 'leads' }],
    ['salesForce', { objectIdentifier: '00D1U000000abcd' }],
    ['crm', { organizationUrl: url, userName: 'leads@contoso.com', password: 'sample' }],
    ['crm', { organizationUrl: url, directoryId: guid, applicationId: guid, applicationKey: 'sample' }],
    ['httpsEndpoint', { httpsEndpointUrl: 'https://leads.contoso.com' }],
    ['marketo', { serverId: 'contoso', munchkinAccountId: '123-ABC-456', formId: '1179' }],
  ])('%s needs its complete configuration', (destination, whole) => {
    expect(leadDestinationRequired(lead(destination, whole))).toEqual([])
    for (const key of Object.keys(whole as object)) {
      const { [key]: _, ...part } = whole as Record<string, unknown>
      expect(leadDestinationValid(lead(destination, part))).toEqual([
        {
          code: 'leadConfigMissing',
          message: 'The lead management settings are missing or not valid.',
          target: market(`${destination}LeadConfiguration`),
        },
      ])
    }
  })

  test.each([undefined, '', 'none', 'None', {}])(
    '%j is no destination, which is a fault in some types only',
    (destination) => {
      expect(leadDestinationValid(lead(destination, {}))).toEqual([])
      expect(leadDestinationRequired(lead(destination, {}))[0]!.target).toBe(market('leadDestination'))
    },
  )

  test.each(['pigeon', 'constructor', '__proto__'])('%j is not known', (destination) => {
    expect(leadDestinationValid(lead(destination, {}))[0]!.target).toBe(market('leadDestination'))
  })

  test('an endpoint without encryption is refused', () => {
    expect(codes(leadDestinationValid, lead('httpsEndpoint', { httpsEndpointUrl: 'http://contoso.com' }))).toHaveLength(
      1,
    )
  })
})

describe('app.json', () => {
  const property = (name: string) => `microsoft-dynamics365-businesscentral.${name}`
  const { offer } = sampleDefinition('microsoft-dynamics365-businesscentral', 'Contoso')
  const appJson = offer[property('appJson')] as Record<string, unknown>
  const changed = (changes: Record<string, unknown>) =>
    anOffer({ ...offer, [property('appJson')]: { ...appJson, ...changes } })

  test.each([
    ['id', 'extensionId'],
    ['name', 'extensionName'],
    ['publisher', 'extensionPublisher'],
    ['version', 'extensionVersion'],
  ])('%s must match the offer', (field, target) => {
    expect(appJsonIdentity(changed({ [field]: 'other' }))).toMatchObject([
      {
        code: 'appJsonMismatch',
        target: property(target),
        values: { field, actual: 'other', expected: offer[property(target)] },
      },
    ])
  })

  test('may be pasted as text', () => {
    expect(appJsonIdentity(anOffer({ ...offer, [property('appJson')]: JSON.stringify(appJson) }))).toEqual([])
  })

  test('finds dependencies that are absent or too old', () => {
    const dependency = { id: 'a', name: 'Base', publisher: 'Fabrikam', version: '1.10.0.0' }
    const definition = (libraries: unknown[]) => {
      const withDependency = changed({
        dependencies: [dependency, { publisher: 'Microsoft', name: 'Base Application' }],
      })
      return { ...withDependency, offer: { ...withDependency.offer, [property('libraryApps')]: libraries } }
    }
    expect(appJsonDependencies(definition([]))).toMatchObject([
      {
        code: 'AVS0101',
        message:
          'A package with publisher "Fabrikam", name "Base", and a version compatible with "1.10.0.0" could not be found.',
      },
    ])
    expect(codes(appJsonDependencies, definition([{ ...dependency, version: '1.9.0.0' }]))).toEqual(['AVS0005'])
    expect(codes(appJsonDependencies, definition([{ ...dependency, version: '1.10.0.0' }]))).toEqual([])
  })
})

test('a container needs its default tag among its tags, a module a fixed tag and known platforms', () => {
  const image = (defaultTag: string, tags: string[]) => aPlan('image', { defaultTag, tags })
  expect(codes(defaultTagPresent('image'), image('latest', ['latest']))).toEqual([])
  expect(codes(defaultTagPresent('image'), image('latest', ['1.0.0']))).toEqual(['defaultTagMissing'])
  expect(codes(defaultTagPresent('image'), image('', ['']))).toEqual(['defaultTagMissing'])
  expect(codes(fixedTagPresent('image'), image('latest', ['latest', '1.0']))).toEqual(['fixedTagMissing'])
  expect(codes(fixedTagPresent('image'), image('latest', ['latest', '1.0.2']))).toEqual([])
  expect(platformsSupported('platforms')(aPlan('platforms', ['linux/amd64', 'beos/ppc']))).toMatchObject([
    { code: 'platformUnsupported', values: { plan: 'basic', platform: 'beos/ppc' } },
  ])
})

test.each([
  ['https://app.powerbi.com/Redirect?action=InstallApp&appId=7c1e5b3a', []],
  ['https://app.powerbi.com.fabrikam.com/Redirect?action=InstallApp&appId=7c1e5b3a', ['installUrlInvalid']],
  ['https://app.powerbi.com/Redirect?action=InstallApp', ['installUrlInvalid']],
  ['http://app.powerbi.com/Redirect?action=InstallApp&appId=7c1e5b3a', ['installUrlInvalid']],
])('the Power BI link %s', (installUrl, expected) => {
  expect(codes(installUrlWorks, anOffer({ 'microsoft-powerbi-app.installUrl': installUrl }))).toEqual(expected)
})

/** The fields of a type with arbitrary values, some of them secret. */
const anything = fc.oneof(
  fc.anything({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
  fc.dictionary(fc.string(), fc.constant({ osVhdUrl: 'https://contoso.com/a b?sig=sEcReT', tags: [null, 7] })),
  fc.constant('https://contoso.com/?x=1&sig=sEcReT'),
  fc.constant({ connectionString: 'AccountName=a;AccountKey=sEcReT', dependencies: [null, { id: 1 }] }),
)

test.each(offerTypes)('$displayText: no content makes a check throw or reveal a secret', (offerType) => {
  const { offer, plans } = sampleDefinition(offerType.id, 'Contoso')
  const checks = [
    (content: Definition) => problemsIn(offerType, content),
    ...offerType.steps.flatMap(({ check }) => check ?? []),
  ]
  const some = (record: object) =>
    fc.record(Object.fromEntries(Object.keys(record).map((key) => [key, anything])), { requiredKeys: [] })
  const aPlanOfThis = fc.tuple(fc.string({ minLength: 1, maxLength: 50 }), some(plans[0] ?? {}))
  fc.assert(
    fc.property(some(offer), fc.array(aPlanOfThis, { maxLength: 3 }), (content, kinds) => {
      const definition = anOffer(
        content,
        kinds.map(([planId, plan]) => ({ ...plan, planId })),
      )
      const faults = checks.flatMap((check) => check(definition))
      expect(JSON.stringify(faults)).not.toContain('sEcReT')
      for (const { code, values = {} } of faults) {
        const blanks = [...faultMessages[code as FaultCode].matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => blank!)
        expect(Object.keys(values)).toEqual(expect.arrayContaining(blanks))
      }
    }),
  )
})
