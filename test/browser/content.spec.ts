import type { Page } from '@playwright/test'
import { hostileTexts } from '../support/hostile.ts'
import { separator } from '../support/hostileAnswers.ts'
import { editorOf, expect, historyOf, statusOf } from './fixtures.ts'
import { faults, missing, test } from './hostilePage.ts'

const offer = (offerId: string) => ({ publisherId: 'contoso', offerId })

type Place = {
  path: string
  /** What of the answers stands on the page, where it knows the codes and where it does not. */
  shown: RegExp
  shownForeign?: RegExp
  open?: (page: Page) => Promise<void>
}

const rejected = offer('contoso-managed-kafka')
const blocked = offer('contoso-vpn-gateway')
const waiting = offer('contoso-web-application-firewall')
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()

const places: Record<string, Place[]> = {
  lists: [
    {
      path: '/offers',
      shown: /offers\.items\.\d+\.(?:name|publisherName)$/,
      shownForeign: /offers\.items\.\d+\.name$/,
    },
    { path: '/approvals', shown: /approvals\.items\.\d+\.(?:name|publisherName)$/ },
    { path: '/history', shown: /history\.items\.\d+\.(?:offerName|publisherName)$/ },
  ],
  menus: [
    {
      path: '/account',
      shown: /session\.(?:account|accounts\.\d+|publishers\.\d+)\.(?:name|email)$/,
      open: press(/^Account: /),
    },
    { path: '/account', shown: /notifications\.items\.\d+\.offerName$/, open: press(/^Notifications/) },
  ],
  'the Status tab': [
    {
      path: statusOf(rejected),
      shown: /status\.offer\.(?:name|publisherName)$/,
      shownForeign: /status\.steps\.\d+\.stepName$|messages\.0\.content/,
    },
    {
      path: statusOf(blocked),
      shown: /status\.offer\.name$/,
      shownForeign: /status\.steps\.\d+\.stepName$|messages\.0\.content/,
    },
    {
      path: statusOf(waiting),
      shown: /status\.(?:offer\.name|notificationEmails)$/,
      shownForeign: /status\.steps\.\d+\.stepName$/,
    },
  ],
  'the History tab': [
    {
      path: historyOf(rejected),
      shown: /notifications\.items\.\d+\.(?:subject|text|recipients\.0)$|reviewIssues\.\d+\.title$|details\.reason$/,
    },
    { path: historyOf(waiting), shown: /notifications\.items\.\d+\.(?:subject|text)$/ },
  ],
  'the account and the publisher': [
    { path: '/account', shown: /tokens\.items\.\d+\.name$/ },
    { path: '/publishers/contoso/users', shown: /members\.items\.\d+\.(?:name|email)$/ },
    {
      path: `/offers/new?publisher=contoso&copyOf=${encodeURIComponent(hostileTexts.slice(0, 60).join(separator))}`,
      shown: /publishers\.\d+\.name$/,
    },
  ],
}

test.describe.configure({ timeout: 120_000 })

for (const [name, pages] of Object.entries(places))
  test(`hostile texts stand to the letter and inside the page, each by itself, and do nothing: ${name}`, async ({
    page,
    answers,
    real,
  }) => {
    const browser = real.browser()
    await browser('/api/portal/session')
    const token = { name: 'Release tool', publisherId: 'contoso', role: 'reader', days: 3 }
    await browser('/api/portal/account/tokens', { method: 'POST', body: JSON.stringify(token) })
    for (const { path, shown, shownForeign, open } of pages)
      for (const foreign of shownForeign ? [false, true] : [false]) {
        answers.begin({ foreign })
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.goto(path)
        await open?.(page)
        const expected = () => [...answers.at(shown), ...(foreign && shownForeign ? answers.at(shownForeign) : [])]
        await expect.poll(() => expected().length, `texts on ${path}`).toBeGreaterThan(0)
        await expect.poll(() => missing(page, expected()), `missing on ${path}`).toEqual([])
        expect(await faults(page), path).toEqual([])
      }
  })

test('a list of fifty offers has every hostile text', async ({ page, answers }) => {
  answers.begin({ foreign: false })
  await page.goto('/offers')
  const shown = () => new Set(answers.at(/offers\.items\.\d+\.name$/).flatMap((text) => text.split(separator)))
  await expect.poll(() => hostileTexts.filter((text) => !shown().has(text))).toEqual([])
})

test('the Editor has hostile content to the letter in its fields, and beside what is live', async ({
  page,
  answers,
  real,
}) => {
  const address = '/api/publishers/contoso/offers/contoso-travel-booking?api-version=2017-10-31'
  const draft = await (await real.request(address)).json()
  const changes = {
    'microsoft-azure-marketplace.summary': 'Shorter',
    'microsoft-azure-marketplace.categories': ['travel'],
  }
  Object.assign(draft.definition.offer, changes)
  const saved = await real.request(address, {
    method: 'PUT',
    headers: { 'if-match': '*' },
    body: JSON.stringify(draft),
  })
  expect(saved.status).toBe(200)
  for (const [id, tabs] of [
    ['contoso-load-balancer', 4],
    ['contoso-travel-booking', 4],
  ] as const) {
    answers.begin({ foreign: false })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(editorOf(offer(id)))
    const links = page.getByRole('navigation', { name: 'Parts of the offer' }).getByRole('link')
    await expect(links.nth(tabs - 1)).toBeVisible()
    let left = answers.at(/draft\.offer\.definition\.(?:offer\.[^.]+\.[^.]+(?:\.\d+)?)$/)
    expect(left.length).toBeGreaterThan(10)
    for (let tab = 0; tab < (await links.count()); tab++) {
      await links.nth(tab).click()
      await expect(links.nth(tab)).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('main').locator('input, textarea').first()).toBeVisible()
      left = await missing(page, left)
      expect(await faults(page), `${id} ${tab}`).toEqual([])
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    expect(left, id).toEqual([])
    if (id !== 'contoso-travel-booking') continue
    await page.getByRole('button', { name: 'Compare' }).click()
    const compared = () => answers.at(/changes\.items\.\d+\.(?:before|after|part)$/)
    await expect.poll(compared).not.toEqual([])
    await expect.poll(() => missing(page, compared())).toEqual([])
    expect(await faults(page), id).toEqual([])
  }
})
