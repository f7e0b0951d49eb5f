import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { slot, TextAround } from '../../i18n/TextAround.tsx'
import { Moment } from '../../words/Moment.tsx'
import { writtenIn } from '../../words/writtenIn.ts'

const useStyles = makeStyles({
  note: {
    marginBottom: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
})

const actors = ['microsoft', 'system'] as const

/** Why all steps read Not started: publishing has not started, or it was canceled. */
export function Outcome({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { cancellation } = status
  if (cancellation) {
    const actor = actors.find((known) => known === cancellation.actorKind)
    return (
      <div className={styles.note}>
        <p className={styles.title}>
          {actor ? t(`canceledBy.${actor}`) : t('canceledBy.person', { who: cancellation.actor })}
        </p>
        <p className={styles.text}>
          <Moment time={cancellation.time} />
        </p>
        {cancellation.reason && (
          <p className={styles.text}>
            <TextAround text={t('reason', { reason: slot })}>
              <bdi lang={writtenIn(cancellation.actorKind)}>{cancellation.reason}</bdi>
            </TextAround>
          </p>
        )}
      </div>
    )
  }
  if (indicatorShown(status) !== 'none') return null
  return (
    <div className={styles.note}>
      <p className={styles.title}>{t('unpublished.title')}</p>
      <p className={styles.text}>{t('unpublished.text')}</p>
    </div>
  )
}
