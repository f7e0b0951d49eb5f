import { makeStyles, tokens } from '@fluentui/react-components'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { DialogNotice } from '../ui/dialogs/DialogNotice.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { CrashPage } from './CrashPage.tsx'
import { AccessWatch, NewsCenter } from './later.tsx'
import { Navigation } from './Navigation.tsx'
import { NewVersionBar } from './NewVersionBar.tsx'
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
    // Wider than this, the eye loses the line of a row.
    maxWidth: '1440px',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  },
})

/** Moves the focus only: following the address would lose what the history knows of this page. */
function skip(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

/** What stays around every page. */
export function Shell() {
  const styles = useStyles()
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Toaster>
      <Link className={styles.skip} onClick={skip} to="#content">
        {t('skip')}
      </Link>
      <TopBar />
      <div className={styles.body}>
        <Navigation />
        <main id="content" className={styles.main} tabIndex={-1}>
          <ErrorBoundary of={pathname} fallback={(error, retry) => <CrashPage error={error} onRetry={retry} />}>
            <DialogNotice value={<SignedOutBar />}>
              <Outlet />
            </DialogNotice>
          </ErrorBoundary>
        </main>
      </div>
      <SignedOutBar />
      <NewVersionBar />
      <NewsCenter />
      <AccessWatch />
    </Toaster>
  )
}
