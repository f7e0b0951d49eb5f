import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { currentRequest } from '../../src/service/currentRequest.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

test('when the service fails, the page names the request as the log does; a refusal names none', async () => {
  const logged: (string | undefined)[] = []
  const service = await startService({
    deps: ({ marketplace }) => ({
      log: () => void logged.push(currentRequest.getStore()),
      marketplace: { ...marketplace, links: () => Promise.reject(new Error('Nobody has foreseen this')) },
    }),
  })
  const { offerId } = await service.anOffer({ name: 'Web server' })
  const { unmount } = await renderAt(`/publishers/contoso/offers/${offerId}/status`, service)
  const text = await screen.findByText(/internal error, which was logged.*\(Request ID: .*\)$/)
  expect(logged).toContain(/Request ID: (.*)\)$/.exec(text.textContent)?.[1])
  unmount()

  await renderAt('/publishers/contoso/offers/unknown/status', service)
  expect((await screen.findByRole('alert')).textContent).toMatch(/^This offer does not exist[^:]*$/)
})
