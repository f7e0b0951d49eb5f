import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { CrashPage } from './CrashPage.tsx'
import { Navigation } from './Navigation.tsx'
import { SignedOutBar } from './SignedOutBar.tsx'
import { TopBar } from './TopBar.tsx'
import { Toaster } from './toaster/Toaster.tsx'

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    zIndex: 3,
    top: '-100px',
    left: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow8,
    ':focus': { top: tokens.spacingVerticalS },
  },
  body: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    '@media (max-width: 640px)': { flexDirection: 'column' },
  },
  main: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  },
})

/** What stays around every page. */
export function Shell() {
  const styles = useStyles()
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Toaster>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <TopBar />
      <div className={styles.body}>
        <Navigation />
        <main id="content" className={styles.main} tabIndex={-1}>
          <ErrorBoundary of={pathname} fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <SignedOutBar />
    </Toaster>
  )
}
