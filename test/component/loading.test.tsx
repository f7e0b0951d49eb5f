import { act, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { expect, test } from 'vitest'
import { Lazy, lazyCode } from '../../src/web/ui/Lazy.tsx'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

/** Code that arrives when the test says so. */
function someCode() {
  const { promise, resolve } = Promise.withResolvers<ComponentType>()
  const code = lazyCode(
    () => promise,
    (Component) => Component,
  )
  return {
    code,
    async arrive(component: ComponentType) {
      resolve(component)
      await code.preload()
    },
  }
}

const [page, part, bell] = [someCode(), someCode(), someCode()]
let draws = 0

function Page() {
  draws += 1
  // React would go on drawing, and no timeout of a test could stop it.
  if (draws > 100) throw new Error('The page is drawn without end')
  return <Lazy code={part.code} fallback="The part waits." props={{}} />
}

const shown = (isIdle: boolean) => (
  <>
    <Lazy code={page.code} fallback="The page waits." props={{}} />
    <p>{isIdle && <Lazy code={bell.code} fallback="The bell waits." props={{}} />}</p>
  </>
)

test('a page is drawn only when something arrives, also while several of its parts are fetched', async () => {
  const { rerender } = render(shown(false))
  expect(screen.getByText('The page waits.')).toBeTruthy()
  await act(async () => {
    await page.arrive(Page)
    rerender(shown(true))
  })
  expect(screen.getByText('The part waits.')).toBeTruthy()
  expect(screen.getByText('The bell waits.')).toBeTruthy()
  await act(async () => {
    await part.arrive(() => 'The part is there.')
    await bell.arrive(() => 'The bell is there.')
  })
  expect(screen.getByText('The part is there.')).toBeTruthy()
  expect(screen.getByText('The bell is there.')).toBeTruthy()
  expect(draws).toBeLessThan(4)
})

test('a page has a heading while its code travels', async () => {
  const service = await startService()
  await renderAt('/history', service)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Loading…')
  expect(await screen.findByRole('heading', { level: 1, name: 'Audit history' })).toBeTruthy()
})
