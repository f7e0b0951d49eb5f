// @vitest-environment node
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { History } from '../../src/contract/history.ts'
import type { Invitation } from '../../src/contract/invitations.ts'
import type { Members } from '../../src/contract/members.ts'
import { membershipStore } from '../../src/service/store/memberships.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { type Service, startService } from '../support/service.ts'
import { visitorOf } from '../support/visitor.ts'

const day = 86_400_000
const session = '/api/portal/session'
const contoso = '/api/portal/publishers/contoso'
const northwind = '/api/portal/publishers/northwind'
let service: Service
afterEach(() => service.close())

type Send = (path: string, init?: RequestInit) => Promise<Response>
const json = (method: string, body?: unknown): RequestInit => ({
  method,
  ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
})

/** What a person may do at Contoso and elsewhere, as their browser asks for it. */
function personOf(send: Send) {
  const reasonOf = async (answer: Response) => {
    if (answer.ok) return answer.status
    const { error } = await answer.json()
    return [answer.status, error.details?.[0]?.code ?? error.code]
  }
  return {
    send,
    members: async (at = contoso): Promise<Members> => (await send(`${at}/members`)).json(),
    rolesOf: async (at = contoso) =>
      Object.fromEntries(
        (await (await send(`${at}/members`)).json()).items.map((one: { email: string; role: string }) => [
          one.email,
          one.role,
        ]),
      ),
    invite: async (email: string, role = 'contributor', more: { language?: string; at?: string } = {}) =>
      send(`${more.at ?? contoso}/invitations`, json('POST', { email, role, language: more.language ?? 'en-US' })),
    change: async (id: string, role: string, at = contoso) =>
      reasonOf(await send(`${at}/members/${id}`, json('PUT', { role }))),
    remove: async (id: string, at = contoso) => reasonOf(await send(`${at}/members/${id}`, json('DELETE'))),
    reasonOf,
    publishers: async () =>
      (await (await send(session)).json()).publishers.map(
        ({ id, role }: { id: string; role: string }) => `${id}/${role}`,
      ),
  }
}

const mails = () => service.deps.db.selectFrom('notification').selectAll().orderBy('id').execute()
const events = async () => {
  const answer = await service.request('/api/portal/history')
  return History.parse(await answer.json()).items.map(({ type, actor, details }) => [type, actor, details])
}

describe('among the accounts of the demonstration', () => {
  beforeEach(async () => {
    service = await startService({ at: '2026-03-02T08:00:00Z' })
  })

  async function as(accountId: string) {
    const browser = service.browser()
    await browser(session)
    if (accountId !== 'avery') await browser(session, json('POST', { accountId }))
    return personOf(browser)
  }

  test('an owner invites by address, and the person has the role as soon as they come', async () => {
    const avery = await as('avery')
    const answer = await avery.invite('Noor@NorthwindTraders.com', 'contributor', { language: 'fr-FR' })
    expect(answer.status).toBe(201)
    const made: Invitation = await answer.json()
    expect(made).toMatchObject({ role: 'contributor', invitedBy: 'avery@contoso.com', mail: 'kept' })
    expect((await avery.members()).invitations).toEqual([made])
    expect((await mails()).map(({ recipients, language }) => [recipients, language])).toEqual([
      ['Noor@NorthwindTraders.com', 'fr-FR'],
    ])

    const noor = await as('noor')
    expect(await noor.publishers()).toEqual(['contoso/contributor', 'northwind/owner'])
    expect((await avery.members()).invitations).toEqual([])
    const member = 'Noor@NorthwindTraders.com'
    expect(await events()).toEqual([
      ['MemberJoined', 'noor@northwindtraders.com', { member: 'noor@northwindtraders.com', role: 'contributor' }],
      ['MemberInvited', 'avery@contoso.com', { member, role: 'contributor' }],
    ])
  })

  test('an address that nobody has becomes an account that one can switch to, until the invitation is withdrawn', async () => {
    const avery = await as('avery')
    const { id } = await (await avery.invite('zoe@contoso.com', 'reader')).json()
    const people = async () =>
      (await (await avery.send(session)).json()).accounts.map(({ name }: { name: string }) => name)
    expect(await people()).toContain('zoe@contoso.com')
    expect((await avery.send(`${contoso}/invitations/${id}`, json('DELETE'))).status).toBe(204)
    expect(await people()).not.toContain('zoe@contoso.com')
    expect(await mails()).toEqual([])
    expect((await events())[0]).toEqual([
      'InvitationWithdrawn',
      'avery@contoso.com',
      { member: 'zoe@contoso.com', role: 'reader' },
    ])
  })

  test('an invitation expires after two weeks, and counts again when it is sent again', async () => {
    const avery = await as('avery')
    const { id } = await (await avery.invite('noor@northwindtraders.com')).json()
    service.clock.advance(14 * day)
    expect(await (await as('noor')).publishers()).toEqual(['northwind/owner'])
    expect((await avery.send(`${contoso}/invitations/${id}/send`, json('POST'))).status).toBe(204)
    expect(await (await as('noor')).publishers()).toEqual(['contoso/contributor', 'northwind/owner'])
    expect((await events()).map(([type]) => type)).toEqual(['MemberJoined', 'InvitationSentAgain', 'MemberInvited'])
  })

  test('nobody is invited twice, nor when they are a member, nor flooded with mails', async () => {
    const avery = await as('avery')
    const invite = async (email: string) => avery.reasonOf(await avery.invite(email))
    expect(await invite('CAMILLE@contoso.com')).toEqual([409, 'alreadyMember'])
    const { id } = await (await avery.invite('zoe@contoso.com')).json()
    expect(await invite('Zoe@contoso.com')).toEqual([409, 'alreadyInvited'])
    expect(await invite('no address')).toEqual([400, 'invalidInput'])
    const again = () => avery.send(`${contoso}/invitations/${id}/send`, json('POST'))
    // As if the mails had left: those that wait are replaced.
    for (let sent = 0; sent < 4; sent++) {
      await service.deps.db.updateTable('notification').set({ sent_time: '2026' }).execute()
      expect((await again()).status).toBe(204)
    }
    await service.deps.db.updateTable('notification').set({ sent_time: '2026' }).execute()
    expect(await avery.reasonOf(await again())).toEqual([409, 'sentTooOften'])
    service.clock.advance(day)
    expect((await again()).status).toBe(204)
  })

  test('a changed role counts at the next request, with another session token', async () => {
    const [avery, camille] = [await as('avery'), await as('camille')]
    expect(await avery.change('camille', 'reader')).toBe(204)
    const answer = await camille.send(session)
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    expect((await answer.json()).publishers).toMatchObject([{ id: 'contoso', role: 'reader' }])
    expect((await events())[0]).toEqual([
      'MemberRoleChanged',
      'avery@contoso.com',
      { member: 'camille@contoso.com', role: 'reader', formerRole: 'contributor' },
    ])
  })

  test('a removed member is out at the next request, also with a token made before', async () => {
    const { offerId } = await service.anOffer({ name: 'Server' })
    const [avery, camille] = [await as('avery'), await as('camille')]
    const wish = { name: 'Build', publisherId: 'contoso', role: 'contributor', days: 30 }
    const { token } = await (await camille.send('/api/portal/account/tokens', json('POST', wish))).json()
    const status = `/api/publishers/contoso/offers/${offerId}/status?api-version=2017-10-31`
    const etag = (await camille.send(status)).headers.get('etag')!
    expect(await avery.remove('camille')).toBe(204)
    expect((await camille.send(status, { headers: { 'if-none-match': etag } })).status).toBe(404)
    expect(await camille.publishers()).toEqual([])

    await avery.invite('camille@contoso.com', 'reader')
    expect(await (await as('camille')).publishers()).toEqual(['contoso/reader'])
    expect((await service.request(session, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })

  test('only an owner changes anything; the others see who the members are, and not who is invited', async () => {
    await (await as('avery')).invite('zoe@contoso.com')
    for (const who of ['camille', 'minjun']) {
      const person = await as(who)
      expect(await person.reasonOf(await person.invite('x@contoso.com'))).toEqual([403, 'Forbidden'])
      expect(await person.change('avery', 'reader')).toEqual([403, 'Forbidden'])
      expect(await person.remove('avery')).toEqual([403, 'Forbidden'])
      const { items, invitations } = await person.members()
      expect(items.map(({ name }) => name)).toEqual(['Avery Stone', 'Camille Laurent', 'Min-jun Kim'])
      expect(invitations).toBeUndefined()
    }
    const noor = await as('noor')
    expect(await noor.remove('camille')).toEqual([404, 'NotFound'])
    // The owner of another publisher does not reach an invitation through their own.
    const { id } = (await (await as('avery')).members()).invitations![0]!
    expect((await noor.send(`${northwind}/invitations/${id}`, json('DELETE'))).status).toBe(404)
  })

  test('the last owner neither leaves nor steps down', async () => {
    const avery = await as('avery')
    expect(await avery.remove('avery')).toEqual([409, 'lastOwner'])
    expect(await avery.change('avery', 'contributor')).toEqual([409, 'lastOwner'])
    expect(await avery.change('camille', 'owner')).toBe(204)
    expect(await avery.change('avery', 'contributor')).toBe(204)
    expect(await avery.change('camille', 'reader')).toEqual([403, 'Forbidden'])
  })

  test('two owners who remove each other at the same time leave one', async () => {
    const [avery, noor] = [await as('avery'), await as('noor')]
    const results = await Promise.all([avery.remove('noor', northwind), noor.remove('avery', northwind)])
    expect(results.filter((result) => result === 204)).toHaveLength(1)
    const left = await membershipStore(service.deps.db).rolesOf(results[0] === 204 ? 'avery' : 'noor')
    expect(left.get('northwind')).toBe('owner')
  })

  test('the profile is changed by an owner who has read the newest, and directs mails without addresses', async () => {
    const [avery, camille] = [await as('avery'), await as('camille')]
    const profile = await (await camille.send(`${contoso}/profile`)).json()
    expect(profile).toEqual({ id: 'contoso', name: 'Contoso', contacts: [], language: 'en-US', version: 1 })
    const wanted = { name: 'Contoso Ltd', contacts: ['market@contoso.com'], language: 'ko-KR', version: 1 }
    const put = (who: typeof avery) => who.send(`${contoso}/profile`, json('PUT', wanted))
    expect((await put(camille)).status).toBe(403)
    expect(await (await put(avery)).json()).toEqual({ ...wanted, id: 'contoso', version: 2 })
    expect((await put(avery)).status).toBe(412)
    expect((await (await camille.send(session)).json()).publishers[0].name).toBe('Contoso Ltd')
    expect((await events())[0]).toEqual([
      'PublisherChanged',
      'avery@contoso.com',
      { changed: ['name', 'contacts', 'language'] },
    ])

    const { offerId } = await service.anOffer({ name: 'Server' })
    const publish = `/api/publishers/contoso/offers/${offerId}/publish?api-version=2017-10-31`
    expect((await service.request(publish, { method: 'POST' })).status).toBe(202)
    await service.settle()
    const about = (await mails()).map(({ recipients, language }) => `${recipients} ${language}`)
    expect([...new Set(about)]).toEqual(['market@contoso.com ko-KR'])
  })
})

describe('where people sign in', () => {
  let issuer: Issuer
  beforeAll(async () => {
    issuer = await startIssuer()
  })
  afterAll(() => issuer.close())
  beforeEach(async () => {
    service = await startService({ deps: () => issuer.deps() })
  })
  afterEach(() => Object.assign(issuer, { person: 'ada' }))

  async function signIn(name: string) {
    issuer.person = name
    const visitor = visitorOf(service.fetch)
    const { address } = await visitor.visit('/sign-in')
    return { ...personOf(visitor.send), address }
  }

  test('who is invited gets in by signing in with that address, when the issuer has verified it', async () => {
    const ada = await signIn('ada')
    expect((await ada.invite('Eve@example.com')).status).toBe(201)
    const eve = issuer.people.get('eve')!
    for (const verified of [false, undefined]) {
      Object.assign(eve, { email_verified: verified })
      expect((await signIn('eve')).address).toMatch('noAccess')
    }
    Object.assign(eve, { email_verified: true })
    const person = await signIn('eve')
    expect(await person.publishers()).toEqual(['contoso/contributor'])
    const { items, invitations } = await ada.members()
    expect(items.map(({ name, granted, claimed }) => [name, granted, claimed])).toEqual([
      ['Ada Byron', undefined, 'owner'],
      ['Eve Doe', 'contributor', undefined],
    ])
    expect(invitations).toEqual([])
    // Without a role of the issuer, what was granted stays from sign-in to sign-in, until it is taken away.
    expect(await (await signIn('eve')).publishers()).toEqual(['contoso/contributor'])
    const id = items.find(({ name }) => name === 'Eve Doe')!.accountId
    expect(await ada.remove(id)).toBe(204)
    expect(await person.publishers()).toEqual([])
    expect((await signIn('eve')).address).toMatch('noAccess')
  })

  test('a role that the issuer claims is changed there; what is granted besides can be taken away', async () => {
    const rui = await signIn('rui')
    const ada = await signIn('ada')
    const idOf = async (name: string) => (await ada.members()).items.find((one) => one.name === name)!.accountId
    const id = await idOf('Rui Costa')
    expect(await ada.change(id, 'owner')).toEqual([409, 'claimedRole'])
    expect(await ada.remove(id)).toEqual([409, 'claimedRole'])
    await ada.invite('rui@contoso.com', 'owner')
    await signIn('rui')
    expect(await rui.publishers()).toEqual(['contoso/owner'])
    expect(await ada.remove(id)).toBe(204)
    expect(await rui.publishers()).toEqual(['contoso/reader'])
  })

  test('the mail leads to the sign-in, in the language that the owner chose, and opens nothing by itself', async () => {
    const ada = await signIn('ada')
    await ada.invite('eve@example.com', 'reader', { language: 'zh-CN' })
    const [mail] = await mails()
    expect(JSON.parse(mail!.details)).toMatchObject({ publisher: 'Contoso', inviter: 'ada@contoso.com', signsIn: true })
    const { items, total } = await (await ada.send('/api/portal/notifications')).json()
    // Mails about offers are listed for everyone at the publisher; this one is not about an offer.
    expect([items, total]).toEqual([[], 0])
  })
})
