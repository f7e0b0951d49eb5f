import { makeStyles, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { invalidateLists } from '../../../api/offerList.ts'
import type { ActionName } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ActionButton } from './ActionButton.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  failed: { margin: 0, color: tokens.colorPaletteRedForeground1 },
})

const load = () => import('./ActionDialog.tsx')
const ActionDialog = lazy(() => load().then(({ ActionDialog }) => ({ default: ActionDialog })))
const actions = ['publish', 'goLive', 'cancel'] as const satisfies readonly ActionName[]

/** A requested action, and the status before the request. */
type Requested = { action: ActionName; before: OfferStatus }

export function ActionPanel({ offer, status }: { offer: OfferAddress; status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'problems'])
  const client = useQueryClient()
  const [opened, setOpened] = useState<ActionName>()
  const [requested, setRequested] = useState<Requested>()
  const waiting = requested && !isNewer(status, requested.before) ? requested.action : undefined
  return (
    <Panel title={t('heading.actions')}>
      <div className={styles.list}>
        {actions.map((action) => (
          <ActionButton
            key={action}
            action={action}
            busy={waiting}
            onOpen={() => setOpened(action)}
            onReach={load}
            permission={status.actions?.[action]}
          />
        ))}
      </div>
      {opened && (
        <ErrorBoundary fallback={() => <p className={styles.failed}>{t('problems:part')}</p>}>
          <Suspense>
            <ActionDialog
              action={opened}
              name={status.offer?.name ?? offer.offerId}
              offer={offer}
              onClose={() => setOpened(undefined)}
              onRequested={(before) => {
                setRequested({ action: opened, before })
                void invalidateLists(client)
              }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </Panel>
  )
}

/** The status changes only when the service says so: the action reads as requested until a later answer. */
const isNewer = (status: OfferStatus, before: OfferStatus) =>
  status.revision === undefined || before.revision === undefined ? status !== before : status.revision > before.revision
