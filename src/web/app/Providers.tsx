import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useTheme } from './theme.ts'

const useStyles = makeStyles({
  page: {
    minHeight: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'break-word',
  },
})

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
  return (
    // Overlays get the provider's classes too, so the page's own classes are on an inner element.
    <FluentProvider theme={theme} data-theme={name}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  )
}
