import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attemptChanges, type Fault } from '../../../../contract/attemptChanges.ts'
import type { Attempt } from '../../../../contract/attempts.ts'
import type { OfferAddress } from '../../../paths.ts'
import { MessageText } from '../messages/MessageText.tsx'
import { ContentDifferences } from './ContentDifferences.tsx'

const useStyles = makeStyles({
  changes: { marginBottom: tokens.spacingVerticalM },
  summary: { cursor: 'pointer' },
  kind: {
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

const kinds = ['appeared', 'same', 'unchecked', 'resolved'] as const

type Props = { offer: OfferAddress; earlier: Attempt; later: Attempt }

/** What an attempt reports of the faults of the one before it, and which fields were published differently. */
export function AttemptChanges({ offer, earlier, later }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const [isOpen, setOpen] = useState(false)
  const number = earlier.publishingVersion
  const [from, to] = [earlier.offerVersion, later.offerVersion]
  const faults = attemptChanges(earlier, later)
  const present = kinds.filter((kind) => faults[kind].length > 0)
  const changes = present.map((kind) => t(`changes.${kind}`, { count: faults[kind].length })).join(' · ')
  return (
    <details className={styles.changes} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>
        {changes ? t('changes.title', { number, changes }) : t('changes.plain', { number })}
      </summary>
      {from === to && <p>{t('changes.sameVersion', { version: to })}</p>}
      {present.map((kind) => (
        <div key={kind}>
          <h3 className={styles.kind}>{t(`changes.${kind}`, { count: faults[kind].length })}</h3>
          <ul className={styles.list}>
            {faults[kind].map(({ step, message }: Fault) => (
              <li key={`${step.id} ${message.code} ${message.messageHtml}`}>
                <MessageText message={message} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isOpen && from !== to && <ContentDifferences from={from} offer={offer} to={to} />}
    </details>
  )
}
