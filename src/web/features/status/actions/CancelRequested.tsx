import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { serviceTime } from '../../../clock.ts'
import { roughDuration } from '../../../i18n/format.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { useNow } from '../../../ui/useNow.ts'
import { Moment } from '../../../words/Moment.tsx'
import { writtenIn } from '../../../words/writtenIn.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  reference: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
})

/** Milliseconds after which a request without an answer is worth asking about. */
const patience = 3_600_000

type Props = { request: NonNullable<OfferStatus['cancelRequest']>; reference: string | undefined }

/** Who asked to cancel, when and why, and what became of it. */
export function CancelRequested({ request, reference }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const who = request.actor === session?.account.email ? 'you' : 'other'
  return (
    <>
      <p className={styles.text}>{t(`cancelRequest.${request.outcome ? 'tooLate' : 'open'}`)}</p>
      {!request.outcome && reference && <StillOpen reference={reference} since={request.time} />}
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

function StillOpen({ since, reference }: { since: string; reference: string }) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('status')
  const passed = useNow(60_000, serviceTime) - Date.parse(since)
  if (passed < patience) return null
  return (
    <p className={styles.text}>
      {t('cancelRequest.still', { duration: roughDuration(passed, i18n.language) })}{' '}
      <code className={styles.reference}>{reference}</code>
    </p>
  )
}
