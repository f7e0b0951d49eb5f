import { createDOMRenderer, makeStyles, RendererProvider, type Theme, tokens } from '@fluentui/react-components'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../ui/Lazy.tsx'
import { WhenIdle } from '../ui/WhenIdle.tsx'
import { useTheme } from './theme.ts'

const useStyles = makeStyles({
  page: {
    minHeight: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
})

const focusRing = lazyCode(
  () => import('./FocusRing.tsx'),
  ({ FocusRing }) => FocusRing,
)

type Props = { client: QueryClient; i18n: I18n; children: ReactNode }

/** The context of every page. The router is outside or inside. */
export function Providers({ client, i18n, children }: Props) {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <Themed>{children}</Themed>
        </QueryClientProvider>
      </I18nextProvider>
    </RendererProvider>
  )
}

// The content policy allows only styles with the nonce of this answer.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})

function Themed({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const { name, theme } = useTheme()
  const variables = useMemo(() => variablesOf(theme), [theme])
  return (
    // Overlays are outside this element, so the variables and the font belong to the document.
    <div className={styles.page} data-theme={name}>
      <style nonce={nonce}>{variables}</style>
      {children}
      <WhenIdle>
        <ErrorBoundary fallback={() => null}>
          <Lazy code={focusRing} props={{}} />
        </ErrorBoundary>
      </WhenIdle>
    </div>
  )
}

const variablesOf = (theme: Theme) =>
  `:root{${Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`
