import './api/jitless.ts'
import './page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { createQueryClient } from './api/queryClient.ts'
import { Pages } from './app/Pages.tsx'
import { Providers } from './app/Providers.tsx'
import { createI18n } from './i18n/i18n.ts'
import { readersLanguage } from './i18n/language.ts'

const i18n = await createI18n(readersLanguage())

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={createQueryClient()} i18n={i18n}>
      <BrowserRouter>
        <Pages />
      </BrowserRouter>
    </Providers>
  </StrictMode>,
)
