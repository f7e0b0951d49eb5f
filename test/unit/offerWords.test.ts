// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { targetOf } from '../../src/contract/forms.ts'
import { languages } from '../../src/contract/languages.ts'
import type { Definition } from '../../src/contract/offers.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { stepsBefore } from '../../src/service/marketplace/partnerCenter/steps.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { faultMessages } from '../../src/service/offerTypes/checks/faults.ts'
import { problemsIn } from '../../src/service/offerTypes/offerType.ts'

const namespaces = ['steps', 'stepDescriptions', 'messages', 'fields'] as const
const wordsOf = (language: string, namespace: (typeof namespaces)[number]): Record<string, string> =>
  JSON.parse(readFileSync(`locales/${language}/${namespace}.json`, 'utf8'))

const stepCodes = new Set([
  ...offerTypes.flatMap(({ steps }) => steps.map(({ code }) => code)),
  ...stepsBefore().map(({ code }) => code),
])

/** Steps that Partner Center's older API names and does not describe. */
const namedOnly = ['remote-automated-validation', 'remote-certification', 'remote-preview-creation']

/** Messages of the marketplace other than the faults that checks find. */
const saidByTheMarketplace = [
  'stepCompleted',
  'stepNotStarted',
  'previewReady',
  'signOffReady',
  'certificationRejected',
  'reviewIssue',
  'partnerCenterCertification',
  'partnerCenterReasons',
  'partnerCenterNotBegun',
  'partnerCenterUnclear',
  'partnerCenterSilent',
  'partnerCenterUnseen',
  'partnerCenterDraftAhead',
  'partnerCenterNoAccess',
  'partnerCenterOffer',
  'partnerCenterUnconnected',
  'partnerCenterListed',
  'partnerCenterStopping',
  'partnerCenterNotStopped',
]

const messageCodes = [...saidByTheMarketplace, ...Object.keys(faultMessages)]

const nonsense = [undefined, '', 'nonsense', 7, Array.from({ length: 101 }, () => 'nonsense'), { nonsense: {} }]
const destinations = ['table', 'blob', 'salesForce', 'crm', 'httpsEndpoint', 'marketo', 'pigeon']

/** The targets of all faults that the checks find when each field of each sample is invalid in turn. */
function spoiltTargets(): Set<string> {
  const targets = offerTypes.flatMap((offerType) => {
    const checks = [
      (definition: Definition) => problemsIn(offerType, definition),
      ...offerType.steps.flatMap(({ check }) => check ?? []),
    ]
    const { offer, plans } = sampleDefinition(offerType.id, 'Contoso')
    const displayText = 'x'.repeat(51)
    const spoilt = [
      { displayText, offer: {}, plans: [] },
      { displayText, offer, plans: [...plans, { planId: '-' }] },
      ...Object.keys(offer).flatMap((key) =>
        nonsense.map((value) => ({ displayText, offer: { ...offer, [key]: value }, plans })),
      ),
      ...destinations.map((destination) => ({
        displayText,
        offer: { 'microsoft-azure-marketplace.leadDestination': destination },
        plans,
      })),
      ...Object.keys(plans[0] ?? {}).flatMap((key) =>
        nonsense.map((value) => ({
          displayText,
          offer,
          plans: plans.map((plan) => ({ ...plan, [key]: value, planId: plan.planId })),
        })),
      ),
    ]
    return spoilt.flatMap((definition) => checks.flatMap((check) => check(definition).map(({ target }) => target!)))
  })
  return new Set(targets)
}

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => blank).sort()

describe.each(languages)('%s', (language) => {
  test('names and describes every step', () => {
    expect(Object.keys(wordsOf(language, 'steps')).sort()).toEqual([...stepCodes, ...namedOnly].sort())
    expect(Object.keys(wordsOf(language, 'stepDescriptions')).sort()).toEqual([...stepCodes].sort())
  })

  test('has a text for everything that a step can report, with the same blanks', () => {
    const messages = wordsOf(language, 'messages')
    expect(Object.keys(messages).sort()).toEqual(messageCodes.sort())
    for (const [code, message] of Object.entries(faultMessages)) {
      expect(blanks(messages[code]!), code).toEqual(blanks(message))
    }
  })

  test('names every field that a fault can point to', () => {
    const fields = wordsOf(language, 'fields')
    expect([...spoiltTargets()].filter((target) => !fields[target])).toEqual([])
  })

  test('names every field and tab of the Editor', () => {
    const fields = wordsOf(language, 'fields')
    const tabs = offerTypes.flatMap(({ form }) => form)
    const targets = tabs.flatMap((tab) => tab.fields.map((field) => targetOf(tab, field)))
    expect(targets.filter((target) => !fields[target])).toEqual([])
    expect(tabs.filter(({ name }) => !fields[`tab.${name}`])).toEqual([])
  })

  test('has no nested keys', () => {
    for (const namespace of namespaces) {
      for (const text of Object.values(wordsOf(language, namespace))) expect(text).toBeTypeOf('string')
    }
  })
})

test('no language signs a publisher out', () => {
  const leaving = /sign[ -]?out|注销|登出|로그아웃|déconnexion/i
  for (const language of languages) {
    for (const namespace of namespaces) {
      expect(Object.values(wordsOf(language, namespace)).filter((text) => leaving.test(text))).toEqual([])
    }
  }
})

test('French keeps its signs on the line of their word', () => {
  for (const namespace of namespaces) {
    for (const text of Object.values(wordsOf('fr-FR', namespace))) expect(text).not.toMatch(/ [:;!?»]|« /)
  }
})
