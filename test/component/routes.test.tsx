import type { QueryClient } from '@tanstack/react-query'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createQueryClient } from '../../src/web/api/queryClient.ts'
import { askAhead } from '../../src/web/app/askAhead.ts'
import { offerTabs, pageAt, pages, publisherTabs } from '../../src/web/app/routes.tsx'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

const offer = '/publishers/contoso/offers/contoso-mail-relay'

test.each([
  '/offers?q=mail',
  '/approvals?attention=all',
  '/history?type=OfferPublishRequested',
  `${offer}/status`,
  `${offer}/history`,
])('what %s asks the service is asked ahead of it', async (address) => {
  const service = await startService()
  await service.publish(await service.anOffer({ name: 'Contoso Mail Relay' }))
  const { client } = await renderAt(address, service)
  await screen.findAllByText('Contoso Mail Relay')
  await waitFor(() => expect(client.isFetching()).toBe(0))
  const { pathname, search } = new URL(address, 'http://localhost')
  const ahead = createQueryClient()
  askAhead(ahead, { pathname, search })

  expect(keysIn(ahead)).toEqual(keysIn(client))
  ahead.clear()
})

/** Without the session, and without what is only asked once the status is known. */
const keysIn = (client: QueryClient) =>
  client
    .getQueryCache()
    .getAll()
    .filter(({ queryKey: [name] }) => !['session', 'attempts', 'usualTimes'].includes(String(name)))
    .map(({ queryHash }) => queryHash)
    .sort()

test('every page of the table is found at its own address', () => {
  for (const route of [...pages, ...offerTabs, ...publisherTabs])
    for (const path of [route.path, route.shortcut ?? route.path])
      expect(pageAt(path.replaceAll(':', 'a-'))?.route).toBe(route)
  expect(pageAt('/nothing/here')).toBeUndefined()
})
