import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { Moment } from '../../../words/Moment.tsx'
import { writtenIn } from '../../../words/writtenIn.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Who asked to cancel, when and why, and what became of it. */
export function CancelRequested({ request }: { request: NonNullable<OfferStatus['cancelRequest']> }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const who = request.actor === session?.account.email ? 'you' : 'other'
  return (
    <>
      <p className={styles.text}>{t(`cancelRequest.${request.outcome ? 'tooLate' : 'open'}`)}</p>
      <p className={styles.quiet}>
        <TextAround text={t(`cancelRequest.${who}`, { who: request.actor, time: slot })}>
          <Moment time={request.time} />
        </TextAround>{' '}
        {request.reason && (
          <TextAround text={t('reason', { reason: slot })}>
            <bdi lang={writtenIn(request.actorKind)}>{request.reason}</bdi>
          </TextAround>
        )}
      </p>
    </>
  )
}
