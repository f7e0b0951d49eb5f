import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../../contract/status.ts'
import { PartNotFetched } from '../../../page/PartNotFetched.tsx'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../../ui/Lazy.tsx'

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalS },
  title: { cursor: 'pointer' },
})

const table = lazyCode(
  () => import('./TimelineTable.tsx'),
  ({ TimelineTable }) => TimelineTable,
)

/** Its code is fetched when it is opened. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.root} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.title}>{t('timeline.title')}</summary>
      {isOpen && (
        <ErrorBoundary fallback={(_, retry) => <PartNotFetched onRetry={retry} />}>
          <Lazy code={table} props={{ steps }} />
        </ErrorBoundary>
      )}
    </details>
  )
}
