import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import { slot, TextAround } from '../../i18n/TextAround.tsx'
import { keyed } from '../../ui/keyed.ts'
import { useWords } from '../../words/lookup.ts'
import { Moment } from '../../words/Moment.tsx'
import { OutsideLink } from '../../words/OutsideLink.tsx'
import { StepName } from '../../words/StepName.tsx'
import { writtenIn } from '../../words/writtenIn.ts'
import { MemberFacts } from './MemberFacts.tsx'
import { Problems } from './Problems.tsx'

const useStyles = makeStyles({
  root: { minWidth: 0 },
  line: { display: 'block' },
  more: { color: tokens.colorNeutralForeground2 },
  issues: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
})

/** The facts of an event. What people wrote is shown as they wrote it. */
export function EventDetails({ event: { actorKind, details } }: { event: HistoryEvent }) {
  const styles = useStyles()
  const { t } = useTranslation('history')
  const {
    version,
    step,
    stepCode,
    reason,
    goLiveTime,
    unscheduled,
    codes = [],
    problems,
    issues = [],
    reviewIssues,
    webhook,
    host,
    webhookFailing,
  } = details
  const review: { title: string; link?: string }[] = reviewIssues ?? issues.map((title) => ({ title }))
  const words = useWords()
  const lang = writtenIn(actorKind)
  return (
    <div className={styles.root}>
      {step && (
        <span className={styles.line}>
          <StepName code={stepCode ?? step} own={step} />
        </span>
      )}
      {webhook && <bdi className={styles.line}>{webhook}</bdi>}
      {host && <bdi className={mergeClasses(styles.line, styles.more)}>{host}</bdi>}
      {webhookFailing && <span className={styles.line}>{t('webhookFailing')}</span>}
      {version !== undefined && <span className={styles.line}>{t('version', { version })}</span>}
      {goLiveTime && (
        <span className={styles.line}>
          <TextAround text={t('goLiveTime', { time: slot })}>
            <Moment time={goLiveTime} />
          </TextAround>
        </span>
      )}
      {unscheduled && (
        <span className={styles.line}>{words('history', `unscheduled.${unscheduled}`) ?? unscheduled}</span>
      )}
      <MemberFacts details={details} />
      {codes.length > 0 && <Problems codes={codes} problems={problems} />}
      {reason && (
        <span className={styles.line}>
          <TextAround text={t('reason', { reason: slot })}>
            <bdi className={styles.more} lang={lang}>
              {reason}
            </bdi>
          </TextAround>
        </span>
      )}
      {review.length > 0 && (
        <>
          <span className={styles.line}>{t('issues')}</span>
          <ul className={styles.issues} lang={lang}>
            {keyed(review, ({ title }) => title).map(({ key, item: { title, link } }) => (
              <li key={key}>{link ? <OutsideLink href={link} label={<bdi lang="en">{title}</bdi>} /> : title}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
