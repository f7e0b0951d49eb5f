import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { indicatorShown } from '../../../../contract/indicators.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isReader, turnOf } from '../../../../contract/viewer.ts'
import type { ActionName } from '../../../api/actions.ts'
import { PartNotFetched } from '../../../page/PartNotFetched.tsx'
import type { OfferAddress, Opens } from '../../../paths.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../../ui/Lazy.tsx'
import { ActionList } from './ActionList.tsx'
import { CancelRequested } from './CancelRequested.tsx'
import { FirstFault } from './FirstFault.tsx'
import { ScheduledGoLive } from './goLive/ScheduledGoLive.tsx'
import { PreviewLinks } from './PreviewLinks.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  yourTurn: {
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
})

const dialog = lazyCode(
  () => import('./ActionDialog.tsx'),
  ({ ActionDialog }) => ActionDialog,
)

/** Above the steps: whose turn it is, what is needed for it, and what can be done. */
export function ActionBar({ offer, status }: { offer: OfferAddress; status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const schedule = status.goLiveSchedule
  const isCanceling = status.cancellationRequestState === 'cancelRequested'
  const navigate = useNavigate()
  const { state, hash } = useLocation()
  const [opened, setOpened] = useState<ActionName | undefined>((state as Opens | null)?.opens)
  function close() {
    setOpened(undefined)
    // A reload does not open the dialog again.
    if ((state as Opens | null)?.opens)
      void navigate({ hash }, { replace: true, state: { ...state, opens: undefined } })
  }
  const name = status.offer?.name ?? offer.offerId
  const turn = turnOf(status)
  const indicator = indicatorShown(status)
  const waiting = indicator === 'awaitingSignoff' || indicator === 'failed' ? indicator : undefined
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.bar, turn && styles.yourTurn)}>
      <h2 ref={heading} className={styles.title} id={id} tabIndex={-1}>
        {t(
          isCanceling
            ? 'turn.cancelRequested'
            : schedule
              ? 'turn.scheduled'
              : turn
                ? `turn.${turn}`
                : 'heading.actions',
        )}
      </h2>
      {status.cancelRequest && <CancelRequested reference={status.operationId} request={status.cancelRequest} />}
      {schedule && (
        <ScheduledGoLive
          offer={offer}
          onTakenBack={() => heading.current?.focus()}
          schedule={schedule}
          status={status}
        />
      )}
      {waiting && isReader(status) && !schedule && <p className={styles.text}>{t(`turn.others.${waiting}`)}</p>}
      {waiting === 'failed' && <FirstFault status={status} />}
      {waiting === 'awaitingSignoff' && <PreviewLinks links={status.previewLinks} />}
      <ActionList offer={offer} onOpen={setOpened} onReach={dialog.preload} status={status} />
      {opened && (
        <ErrorBoundary fallback={(_, retry) => <PartNotFetched onRetry={retry} />} of={opened}>
          <Lazy key={opened} code={dialog} props={{ action: opened, name, offer, onClose: close }} />
        </ErrorBoundary>
      )}
    </section>
  )
}
