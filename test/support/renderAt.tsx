import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import type { Language } from '../../src/contract/languages.ts'
import { createQueryClient } from '../../src/web/api/queryClient.ts'
import { Pages } from '../../src/web/app/Pages.tsx'
import { Providers } from '../../src/web/app/Providers.tsx'
import { createI18n } from '../../src/web/i18n/i18n.ts'
import type { Service } from './service.ts'

type Options = {
  language?: Language
  /** The demonstration account; the owner by default. */
  as?: string
}

/** Renders the real page at an address, in a browser that is signed in to the service. */
export async function renderAt(path: string, service: Service, { language = 'en-US', as }: Options = {}) {
  const browser = service.browser()
  await browser('/api/portal/session')
  if (as) await browser('/api/portal/session', { method: 'POST', body: JSON.stringify({ accountId: as }) })
  vi.stubGlobal('fetch', browser)

  const client = createQueryClient()
  const i18n = await createI18n(language)
  const view = render(
    <Providers client={client} i18n={i18n}>
      <MemoryRouter initialEntries={[path]} useTransitions={false}>
        <Pages />
      </MemoryRouter>
    </Providers>,
  )
  return { ...view, client, i18n, user: userEvent.setup() }
}
