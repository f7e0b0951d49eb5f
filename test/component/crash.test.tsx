import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '../../src/web/api/queryClient.ts'
import { CrashPage } from '../../src/web/app/CrashPage.tsx'
import { Providers } from '../../src/web/app/Providers.tsx'
import { createI18n } from '../../src/web/i18n/i18n.ts'
import { ErrorBoundary } from '../../src/web/ui/ErrorBoundary.tsx'

let isBroken = true
function Page() {
  if (isBroken) throw new Error('The answer has no steps')
  return <p>The page is back.</p>
}

test('a page that stops working says when and why, to be copied for support, and can be tried again (asked 13)', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  render(
    <Providers client={createQueryClient()} i18n={await createI18n('en-US')}>
      <ErrorBoundary fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
        <Page />
      </ErrorBoundary>
    </Providers>,
  )
  const user = userEvent.setup()
  const report = (await screen.findByText(/The answer has no steps/)).textContent
  expect(report).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z\nhttp:\/\/localhost\S*\nError: The answer has no steps$/)
  expect(screen.getByRole('alert').textContent).not.toContain('undefined')
  await user.click(screen.getByRole('button', { name: 'Copy for support' }))
  expect(await screen.findByText('Copied.')).toBeTruthy()
  expect(await navigator.clipboard.readText()).toBe(report)
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  await user.click(screen.getByRole('button', { name: 'Copy for support' }))
  expect(await screen.findByText('The browser did not allow copying. Copy the text above.')).toBeTruthy()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('The page is back.')).toBeTruthy()
})
