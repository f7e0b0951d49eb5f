import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { rowOf } from './fixtures.ts'

/** The whole way to live takes minutes, because the service looks at a moving offer once a minute: `WALK=full`. */
const isFull = process.env.WALK === 'full'

/** Runs a program of the project until `awaited` stands in its output. */
async function run(program: string[], environment: Record<string, string>, awaited: RegExp) {
  const child = spawn(process.execPath, program, { env: { PATH: process.env.PATH, ...environment } })
  let output = ''
  let complaints = ''
  child.stderr.on('data', (text) => {
    complaints += text
  })
  for await (const text of child.stdout) {
    output += text
    if (awaited.test(output)) return { output, complaints: () => complaints, [Symbol.asyncDispose]: () => end(child) }
  }
  throw new Error(`${program.join(' ')} ended: ${complaints}`)
}

async function end(child: ChildProcess) {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

test('npm run partner-center-fake prints all that npm start needs to show its offers and publish one', async ({
  page,
}) => {
  test.setTimeout(isFull ? 420_000 : 60_000)
  const folder = await mkdtemp(join(tmpdir(), 'partner-center-'))
  await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
  await using fake = await run(
    ['test/support/partnerCenter/run.ts', '--port', '0', '--proxy', '0'],
    {},
    /For other tools/,
  )
  const [forTheDashboard = ''] = fake.output.split('For other tools')
  const settings = Object.fromEntries([...forTheDashboard.matchAll(/export (\w+)=(\S+)/g)].map(([, ...pair]) => pair))
  await using service = await run(['src/service/main.ts'], { ...settings, PORT: '0', DATA_DIR: folder }, /is at \S+\n/)
  const home = /is at (\S+)/.exec(service.output)![1]!
  const main = page.getByRole('main')

  // A list in which nothing moves is read once a minute; the service may still be reading the offers.
  await expect(async () => {
    await page.goto(`${home}/offers`)
    await expect(rowOf(page, 'Fabrikam Firewall')).toContainText('Live', { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(rowOf(page, 'Fabrikam Notes')).toContainText('Awaiting publisher sign-off')
  await expect(rowOf(page, 'Fabrikam Surveys')).toContainText('Delisted')
  await expect(rowOf(page, 'Fabrikam Data Platform')).toContainText('Partner Center')
  await page.getByRole('link', { name: 'Fabrikam Timesheets' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const publish = page.getByRole('dialog', { name: 'Publish your offer' })
  await publish.getByRole('textbox').fill('jdoe@contoso.com')
  await publish.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(main).toContainText('Publish in progress')

  if (isFull) {
    await expect(main).toContainText('Automated validation', { timeout: 150_000 })
    await expect(main).toContainText('Awaiting publisher sign-off', { timeout: 150_000 })
    await page.getByRole('button', { name: 'Go Live' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Go Live' }).click()
    await expect(main.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 150_000 })
  }

  expect([service.complaints(), fake.complaints()]).toEqual(['', ''])
})
