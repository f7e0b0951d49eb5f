import { Button, makeStyles, Spinner, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actions } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/actions.ts'
import { useRefusal } from './useRefusal.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXXS },
  // Space for two lines, so that no button moves when a reason appears or disappears.
  reason: {
    margin: 0,
    minHeight: '32px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

type Props = {
  action: ActionName
  permission: Actions['goLive'] | undefined
  /** The requested action that has no answer yet. */
  underWay: { action: ActionName; isLost: boolean } | undefined
  onOpen: () => void
  /** The pointer or focus is on the button, so the dialog may soon be needed. */
  onReach: () => void
}

/** A refused action is never just a grey button: the reason is shown beside it. */
export function ActionButton({ action, permission, underWay, onOpen, onReach }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const refusal = useRefusal()
  const id = useId()
  const restoreFocus = useRestoreFocusTarget()
  const allowed = permission?.allowed === true
  const isUnderWay = underWay?.action === action
  const requested = t(underWay?.isLost ? 'lost.asking' : `requested.${action}`)
  const words = isUnderWay ? requested : allowed ? undefined : refusal(permission)
  const leading = action === 'goLive' || (action === 'publish' && allowed)
  return (
    <div className={styles.root}>
      <Button
        {...restoreFocus}
        appearance={leading && allowed && !underWay ? 'primary' : 'secondary'}
        aria-describedby={words ? id : undefined}
        disabledFocusable={!allowed || underWay !== undefined}
        icon={isUnderWay ? <Spinner size="extra-tiny" /> : undefined}
        onClick={onOpen}
        onFocus={onReach}
        onPointerEnter={onReach}
      >
        {t(`action.${action}`)}
      </Button>
      <p className={styles.reason} id={id}>
        {words}
      </p>
    </div>
  )
}
