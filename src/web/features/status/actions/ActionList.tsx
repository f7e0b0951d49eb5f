import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/actions.ts'
import { useRefusal } from '../../../page/useRefusal.ts'
import type { OfferAddress } from '../../../paths.ts'
import { ActionButton } from './ActionButton.tsx'
import { type ActionLine, actionLines, isLeading } from './actionLines.ts'
import { SignedOff } from './SignedOff.tsx'
import { useActionUnderWay } from './useActionUnderWay.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  reason: {
    margin: 0,
    flex: '1 1 200px',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  end: { flexBasis: '100%' },
})

type Props = {
  offer: OfferAddress
  status: OfferStatus
  onOpen: (action: ActionName) => void
  onReach: () => void
}

/** All in one flat list, so that a button whose action becomes possible stays the same element and keeps the focus. */
export function ActionList({ offer, status, onOpen, onReach }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const refusal = useRefusal()
  const id = useId()
  const underWay = useActionUnderWay(offer)

  function words({ actions, isAllowed, reason }: ActionLine): ReactNode {
    if (underWay && actions.includes(underWay.action))
      return t(underWay.isLost ? 'lost.asking' : `requested.${underWay.action}`)
    if (isAllowed) return undefined
    return reason === 'signedOff' ? <SignedOff steps={status.steps} /> : refusal({ reason })
  }

  return (
    <div className={styles.list}>
      {actionLines(status).flatMap((line) => {
        const why = words(line)
        const reasonId = why ? `${id}${line.actions[0]}` : undefined
        return [
          ...line.actions.map((action) => (
            <ActionButton
              key={action}
              action={action}
              describedBy={reasonId}
              isAllowed={line.isAllowed && !underWay}
              isPrimary={line.isAllowed && !underWay && isLeading(action, status)}
              isUnderWay={underWay?.action === action}
              onOpen={() => onOpen(action)}
              onReach={onReach}
            />
          )),
          <Fragment key={`${line.actions[0]} end`}>
            {why && (
              <p className={styles.reason} id={reasonId}>
                {why}
              </p>
            )}
            <div className={styles.end} />
          </Fragment>,
        ]
      })}
    </div>
  )
}
