import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Page } from '@playwright/test'
import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { startService } from '../support/service.ts'
import { test as base, expect, rowOf, statusOf } from './fixtures.ts'
import { violations } from './violations.ts'

type Door = { home: string; open: (fetch: (request: Request) => Response | Promise<Response>) => void }

/** A service where people sign in, and its issuer: each has to know the address of the other. */
const test = base.extend<{ door: Door; issuer: Issuer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds out from the pattern which fixtures are needed
  door: async ({}, use) => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((ready) => server.once('listening', ready))
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use({ home, open: (fetch) => void server.on('request', getRequestListener(fetch)) })
    server.closeAllConnections()
    server.close()
  },
  issuer: async ({ door }, use) => {
    const issuer = await startIssuer(door)
    await use(issuer)
    await issuer.close()
  },
  service: async ({ door, issuer }, use) => {
    const service = await startService({ page: pageRoutes(pageDirectory), deps: issuer.deps })
    door.open(service.fetch)
    await use(service)
    await service.close()
  },
  baseURL: async ({ door, service: _ }, use) => use(door.home),
})

/** The browser says so when the service refuses. */
test.use({ expected: [/Failed to load resource|401/] })

const pressIssuersButton = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click()

test('a person signs in, and after a lost session signs in again without losing what was typed', async ({
  page,
  context,
  service,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto('/offers?q=web')
  await expect(page).toHaveTitle('Contoso sign-in')
  await pressIssuersButton(page)
  await expect(page).toHaveURL('/offers?q=web')
  await expect(rowOf(page, 'Web server')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account: Ada Byron' })).toBeVisible()

  await page.goto(statusOf(offer))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish your offer' })
  await dialog.getByRole('textbox').fill('ops@contoso.com')
  await service.deps.db.deleteFrom('session').execute()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  const again = dialog.getByRole('link', { name: 'Sign in again' })
  await expect(again).toBeVisible()
  expect(await violations(page)).toEqual([])

  const other = context.waitForEvent('page')
  await again.click()
  // The issuer still knows the person, and the tab closes itself or says that it can be closed.
  await other
  await expect(again).toBeHidden()
  await expect(dialog.getByRole('textbox')).toHaveValue('ops@contoso.com')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Publish in progress')
})

test('when another person signs in, nothing of the first stays on the page', async ({ page, service, issuer }) => {
  await service.anOffer({ name: 'Web server' })
  await service.anOffer({ name: 'Their server', publisherId: 'fabrikam' })
  await page.goto('/offers')
  await pressIssuersButton(page)
  await expect(rowOf(page, 'Web server')).toBeVisible()
  await service.deps.db.deleteFrom('session').execute()
  await page.getByRole('button', { name: 'Refresh' }).click()
  const again = page.getByRole('link', { name: 'Sign in again' })
  await expect(again).toBeVisible()

  issuer.people.set('zoe', { name: 'Zoe', email: 'zoe@fabrikam.com', groups: ['publisher-fabrikam-contributors'] })
  issuer.person = 'zoe'
  issuer.endSessions()
  const [other] = await Promise.all([page.context().waitForEvent('page'), again.click()])
  await pressIssuersButton(other)
  await expect(rowOf(page, 'Their server')).toBeVisible()
  await expect(rowOf(page, 'Web server')).toBeHidden()
})

test('who has no role reads why, and can try again', async ({ page, issuer, service: _ }) => {
  issuer.person = 'eve'
  await page.goto('/offers')
  await pressIssuersButton(page)
  await expect(page.getByRole('heading', { name: 'You could not be signed in' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('you have no role at any publisher here')
  expect(await violations(page)).toEqual([])
  // The issuer asks again who it is: the person may have another account there.
  issuer.person = 'rui'
  await page.getByRole('link', { name: 'Try again' }).click()
  await pressIssuersButton(page)
  await expect(page.getByRole('heading', { name: 'All offers' })).toBeVisible()
})

test('a person sees where they are signed in, ends a session elsewhere, and signs out', async ({ page, browser }) => {
  await page.goto('/account')
  await pressIssuersButton(page)
  const elsewhere = await browser.newPage()
  await elsewhere.goto(new URL('/offers', page.url()).href)
  await pressIssuersButton(elsewhere)
  await expect(elsewhere.getByRole('heading', { name: 'All offers' })).toBeVisible()

  await page.reload()
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await sessions.getByRole('listitem').nth(1).getByRole('button', { name: 'Sign out: Chrome · Linux' }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await expect(sessions.getByRole('listitem')).toContainText('This browser: Chrome · Linux')
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL('/offers')
  await elsewhere.close()

  await sessions.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  // The issuer asks whether its own session ends too.
  await page.getByRole('button', { name: /Yes, sign me out/ }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle('Contoso sign-in')
})

test('an owner invites a person, who signs in with that address, publishes, and is taken off again', async ({
  page,
  browser,
  service,
  issuer,
}) => {
  const offer = await service.anOffer({ name: 'Web server' })
  await page.goto('/publishers/contoso/users')
  await pressIssuersButton(page)
  const users = page.getByRole('region', { name: 'Users' })
  await expect(users).toContainText('Role from your organization’s sign-in: Owner. It can only be changed there.')
  await page.getByRole('button', { name: 'Invite user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite a user' })
  await dialog.getByRole('textbox', { name: 'Address' }).fill('eve@example.com')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Open invitations' })).toContainText('eve@example.com')
  expect(await violations(page)).toEqual([])

  issuer.person = 'eve'
  const eve = await browser.newPage({ baseURL: new URL('/', page.url()).href })
  await eve.goto(statusOf(offer))
  await pressIssuersButton(eve)
  await eve.getByRole('button', { name: 'Publish', exact: true }).click()
  const publish = eve.getByRole('dialog', { name: 'Publish your offer' })
  await publish.getByRole('textbox').fill('eve@example.com')
  await publish.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(eve.getByRole('main')).toContainText('Publish in progress')

  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('button', { name: 'Remove: Eve Doe' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Removed: Eve Doe')).toBeVisible()
  await expect(users).not.toContainText('eve@example.com')
  await eve.getByRole('button', { name: 'Refresh' }).click()
  await expect(eve.getByRole('heading', { name: 'This offer does not exist' })).toBeVisible()
  await eve.close()
})
