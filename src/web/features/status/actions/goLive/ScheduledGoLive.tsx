import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GoLiveSchedule } from '../../../../../contract/goLiveSchedule.ts'
import type { OfferStatus } from '../../../../../contract/status.ts'
import { isReader } from '../../../../../contract/viewer.ts'
import { unscheduleMutation } from '../../../../api/goLiveSchedule.ts'
import { withoutPolling } from '../../../../api/polled.ts'
import { sessionQuery } from '../../../../api/session.ts'
import { timeInZone } from '../../../../i18n/format.ts'
import { slot, TextAround } from '../../../../i18n/TextAround.tsx'
import type { OfferAddress } from '../../../../paths.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Moment } from '../../../../words/Moment.tsx'
import { Refused } from '../Refused.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { margin: 0, flex: '1 1 260px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type Props = { offer: OfferAddress; schedule: GoLiveSchedule; status: OfferStatus; onTakenBack: () => void }

/** When the offer goes live by itself and who decided so; whoever may decide can take it back. */
export function ScheduledGoLive({ offer, schedule, status, onTakenBack }: Props) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('status')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const takeBack = useMutation(unscheduleMutation(useQueryClient(), offer))
  const { operationId } = status
  const who = schedule.actor === session?.account.email ? 'you' : 'other'
  return (
    <>
      <div className={styles.root}>
        <p className={styles.text}>
          {t('schedule.planned', { time: timeInZone(schedule.time, i18n.language, schedule.zone) })}
          <br />
          <span className={styles.quiet}>
            <TextAround text={t(`schedule.${who}`, { who: schedule.actor, time: slot })}>
              <Moment time={schedule.setTime} />
            </TextAround>{' '}
            {t('schedule.until')}
          </span>
        </p>
        {operationId && !isReader(status) && (
          <Button
            disabledFocusable={takeBack.isPending}
            onClick={() => takeBack.mutate({ operationId }, { onSuccess: onTakenBack })}
          >
            {takeBack.isPending ? t('sending') : t('schedule.takeBack')}
          </Button>
        )}
      </div>
      {takeBack.error && <Refused error={takeBack.error} />}
    </>
  )
}
