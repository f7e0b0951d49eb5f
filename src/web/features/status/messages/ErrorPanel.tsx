import { makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../contract/status.ts'
import { useWords } from '../../../words/lookup.ts'
import { isReviewItem, linksIn } from '../../../words/outside.ts'
import { FieldLink } from './FieldLink.tsx'
import { MessageText } from './MessageText.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  icon: { color: tokens.colorStatusDangerForeground1 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 12px',
    margin: 0,
    // On a phone the label stands above.
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What went wrong in a step, what to do, and where. */
export function ErrorPanel({ message }: { message: Message }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  // Our texts say what to do; the marketplace's own texts may not.
  const isKnown = useWords()('messages', message.code ?? '', message.values) !== undefined
  return (
    <div className={styles.panel}>
      <ErrorCircle20Filled aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <div>
          <MessageText message={message} />
        </div>
        <dl className={styles.facts}>
          {message.target && (
            <>
              <dt className={styles.term}>{t('message.where')}</dt>
              <dd className={styles.value}>
                <FieldLink place={message} />
              </dd>
            </>
          )}
          {!isKnown && (
            <>
              <dt className={styles.term}>{t('message.todo')}</dt>
              <dd className={styles.value}>{t('message.fix')}</dd>
            </>
          )}
        </dl>
        {linksIn(message.content).some(isReviewItem) && <div className={styles.hint}>{t('link.denied')}</div>}
      </div>
    </div>
  )
}
