import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/actions.ts'
import { PartNotFetched } from '../../../page/PartNotFetched.tsx'
import type { OfferAddress } from '../../../paths.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../../ui/Lazy.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ActionButton } from './ActionButton.tsx'
import { useActionUnderWay } from './useActionUnderWay.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

const dialog = lazyCode(
  () => import('./ActionDialog.tsx'),
  ({ ActionDialog }) => ActionDialog,
)
const actions = ['publish', 'goLive', 'cancel'] as const satisfies readonly ActionName[]

export function ActionPanel({ offer, status }: { offer: OfferAddress; status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const [opened, setOpened] = useState<ActionName>()
  const underWay = useActionUnderWay(offer)
  const name = status.offer?.name ?? offer.offerId
  return (
    <Panel title={t('heading.actions')}>
      <div className={styles.list}>
        {actions.map((action) => (
          <ActionButton
            key={action}
            action={action}
            underWay={underWay}
            onOpen={() => setOpened(action)}
            onReach={dialog.preload}
            permission={status.actions?.[action]}
          />
        ))}
      </div>
      {opened && (
        <ErrorBoundary fallback={(_, retry) => <PartNotFetched onRetry={retry} />} of={opened}>
          <Suspense>
            <Lazy
              key={opened}
              code={dialog}
              props={{ action: opened, name, offer, onClose: () => setOpened(undefined) }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </Panel>
  )
}
