// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles } from '../../src/contract/session.ts'
import { claimedBy, parseRoleRules } from '../../src/service/roleRules.ts'

const claimed = (rules: string, claims: Record<string, unknown>) => {
  const { operator, roles } = claimedBy(parseRoleRules(rules)!, claims)
  return [...roles].map((pair) => pair.join('/')).concat(operator ? 'operator' : [])
}

describe('claims give roles', () => {
  test.each([
    ['groups=Contoso Owners contoso/owner', { groups: ['Contoso Owners', 'Other'] }, ['contoso/owner']],
    ['groups=Contoso Owners contoso/owner', { groups: 'Contoso Owners' }, ['contoso/owner']],
    ['groups=Contoso Owners contoso/owner', { groups: ['contoso owners', 'Contoso'] }, []],
    [
      'groups=a contoso/reader; groups=b contoso/owner\ngroups=c contoso/contributor',
      { groups: ['a', 'b', 'c'] },
      ['contoso/owner'],
    ],
    [
      'groups=team-{publisher}-x {publisher}/contributor',
      { groups: ['team-tail-spin-x', 'team--x', 'team-A-x', 'team-x'] },
      ['tail-spin/contributor'],
    ],
    ['groups=s */reader', { groups: ['s'] }, ['*/reader']],
    ['realm_access.roles=ops operator', { realm_access: { roles: ['ops'] } }, ['operator']],
    ['https://contoso.com/roles=ops operator', { 'https://contoso.com/roles': ['ops'] }, ['operator']],
    ['email=ada@contoso.com contoso/owner', { email: 'ada@contoso.com', email_verified: true }, ['contoso/owner']],
    ['email=ada@contoso.com contoso/owner', { email: 'ada@contoso.com' }, []],
    ['email=ada@contoso.com contoso/owner', { email: 'ada@contoso.com', email_verified: false }, []],
    ['groups=1 contoso/owner', { groups: [1, null, { 1: 1 }] }, []],
    ['constructor.name=Object contoso/owner', {}, []],
  ])('%s of %j', (rules, claims, expected) => {
    expect(claimed(rules, claims)).toEqual(expected)
  })

  test('never more than the rules name, whatever an issuer sends', () => {
    const rules = 'groups=a contoso/reader; groups=t-{publisher} {publisher}/contributor'
    fc.assert(
      fc.property(fc.object(), fc.anything(), (claims, groups) => {
        for (const one of claimed(rules, { ...claims, groups })) {
          const [publisher = '', role = ''] = one.split('/')
          expect(publisher === 'contoso' || /^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/.test(publisher)).toBe(true)
          expect(roles.some((known) => known === role)).toBe(true)
        }
      }),
    )
  })
})

test.each([
  '',
  ';',
  'groups',
  'groups=a',
  'groups=a contoso',
  'groups=a contoso/admin',
  'groups=a contoso/owner/x',
  'groups=a Contoso/owner',
  'groups=a x/owner',
  '=a contoso/owner',
  'groups=a {publisher}/owner',
  'groups={publisher} contoso/owner',
  'groups={publisher}{publisher} {publisher}/owner',
  'groups=a contoso/owner; nonsense',
])('%j is no list of rules', (text) => {
  expect(parseRoleRules(text)).toBeUndefined()
})
