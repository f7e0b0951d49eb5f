import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notification, NotificationState } from '../../../contract/notifications.ts'
import { fullTime, shortTime } from '../../i18n/format.ts'
import { slot, TextAround } from '../../i18n/TextAround.tsx'
import { useTimeZone } from '../../i18n/useTimeZone.ts'
import { ShortTime } from '../../words/Moment.tsx'

const useStyles = makeStyles({
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  // The browser's own marker shows whether it is open.
  summary: {
    paddingBlock: tokens.spacingVerticalSNudge,
    marginInlineStart: '20px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    listStylePosition: 'outside',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  subject: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  waiting: { color: tokens.colorBrandForeground1 },
  sent: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  kept: { color: tokens.colorNeutralForeground2 },
  example: { color: tokens.colorNeutralForeground2 },
  exact: {
    marginInlineStart: '20px',
    marginBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 640px)': { marginInlineStart: 0 },
  },
  text: {
    margin: `0 0 ${tokens.spacingVerticalM} 20px`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    maxWidth: '80ch',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
    '@media (max-width: 640px)': { marginInlineStart: 0 },
  },
})

/** A mail with its recipients and delivery state; when opened, its text. */
export const NotificationItem = memo(function NotificationItem({ notification }: { notification: Notification }) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('history')
  useTimeZone()
  const { language, subject, text, recipients, createdTime, state, sentTime, nextTime, error } = notification
  return (
    <li className={styles.item}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.subject} lang={language}>
            {subject}
          </span>
          <span className={styles.facts}>
            <ShortTime time={sentTime ?? createdTime} />
            <span>{t('notifications.to', { recipients: recipients.join(', ') })}</span>
            <State state={state} />
            {state === 'waiting' && nextTime && (
              <span>{t('notifications.next', { time: shortTime(nextTime, i18n.language) })}</span>
            )}
            {state !== 'sent' && error && (
              <span>
                <TextAround text={t('notifications.error', { reason: slot })}>
                  <span lang="en">{error}</span>
                </TextAround>
              </span>
            )}
          </span>
        </summary>
        <div className={styles.exact}>{fullTime(sentTime ?? createdTime, i18n.language)}</div>
        <div className={styles.text} lang={language}>
          {text}
        </div>
      </details>
    </li>
  )
})

function State({ state }: { state: NotificationState }) {
  const styles = useStyles()
  const { t } = useTranslation('history')
  return <span className={mergeClasses(styles[state])}>{t(`notifications.state.${state}`)}</span>
}
