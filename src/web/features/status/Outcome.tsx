import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import type { Cancellation, OfferStatus } from '../../../contract/status.ts'
import { slot, TextAround } from '../../i18n/TextAround.tsx'
import { Moment } from '../../words/Moment.tsx'
import { writtenIn } from '../../words/writtenIn.ts'
import { useEndedBy } from './useEndedBy.ts'

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

/** Why nothing moves: publishing has not started, it was canceled, or the offer was delisted. */
export function Outcome({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const indicator = indicatorShown(status)
  return (
    <>
      {indicator === 'delisted' && status.delisting && <Ended act="delistedBy" ending={status.delisting} />}
      {status.cancellation && <Ended act="canceledBy" ending={status.cancellation} />}
      {indicator === 'none' && (
        <div className={styles.note}>
          <p className={styles.title}>{t('unpublished.title')}</p>
          <p className={styles.text}>{t('unpublished.text')}</p>
        </div>
      )}
    </>
  )
}

/** Who ended it, when and why. */
function Ended({ act, ending }: { act: 'canceledBy' | 'delistedBy'; ending: Cancellation }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const endedBy = useEndedBy()
  return (
    <div className={styles.note}>
      <p className={styles.title}>{endedBy(act, ending)}</p>
      <p className={styles.text}>
        <Moment time={ending.time} />
      </p>
      {ending.reason && (
        <p className={styles.text}>
          <TextAround text={t('reason', { reason: slot })}>
            <bdi lang={writtenIn(ending.actorKind)}>{ending.reason}</bdi>
          </TextAround>
        </p>
      )}
    </div>
  )
}
