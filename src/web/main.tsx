import './api/jitless.ts'
import { notifyManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { createQueryClient } from './api/queryClient.ts'
import { sessionQuery } from './api/session.ts'
import { askAhead } from './app/askAhead.ts'
import { Pages } from './app/Pages.tsx'
import { Providers } from './app/Providers.tsx'
import { preloadWhenIdle } from './app/preload.ts'
import { themeReady } from './app/theme.ts'
import { createI18n } from './i18n/i18n.ts'
import { readersLanguage } from './i18n/language.ts'
import { paths } from './paths.ts'

// An answer is drawn in the task in which it arrives, not after what else waits.
notifyManager.setScheduler(queueMicrotask)

// Before anything is drawn: a redirect while drawing would draw the shell twice.
if (location.pathname === '/') history.replaceState(null, '', paths.offers)

const client = createQueryClient()
void client.prefetchQuery(sessionQuery)
askAhead(client, location)

// No await at the top level: themes import this file once it is bundled, so each would wait for the other.
void start()

async function start() {
  const [i18n] = await Promise.all([createI18n(readersLanguage()), themeReady])
  preloadWhenIdle(client, i18n)
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers client={client} i18n={i18n}>
        <BrowserRouter useTransitions={false}>
          <Pages />
        </BrowserRouter>
      </Providers>
    </StrictMode>,
  )
}
