import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { attemptChanges, type Fault } from '../../../../contract/attemptChanges.ts'
import type { Attempt } from '../../../../contract/attempts.ts'
import { MessageText } from '../messages/MessageText.tsx'

const useStyles = makeStyles({
  changes: { marginBottom: tokens.spacingVerticalM },
  summary: { cursor: 'pointer' },
  kind: { margin: 0, marginTop: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

const kinds = ['appeared', 'same', 'unchecked', 'resolved'] as const

/** What an attempt reports of the faults of the one before it; nothing when neither had any. */
export function AttemptChanges({ earlier, later }: { earlier: Attempt | undefined; later: Attempt }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  if (!earlier) return null
  const changes = attemptChanges(earlier, later)
  const present = kinds.filter((kind) => changes[kind].length > 0)
  if (present.length === 0) return null
  return (
    <details className={styles.changes}>
      <summary className={styles.summary}>
        {t('changes.title', {
          number: earlier.publishingVersion,
          changes: present.map((kind) => t(`changes.${kind}`, { count: changes[kind].length })).join(' · '),
        })}
      </summary>
      {earlier.offerVersion === later.offerVersion && (
        <p>{t('changes.sameVersion', { version: later.offerVersion })}</p>
      )}
      {present.map((kind) => (
        <div key={kind}>
          <h3 className={styles.kind}>{t(`changes.${kind}`, { count: changes[kind].length })}</h3>
          <ul className={styles.list}>
            {changes[kind].map(({ step, message }: Fault) => (
              <li key={`${step.id} ${message.code} ${message.messageHtml}`}>
                <MessageText message={message} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
