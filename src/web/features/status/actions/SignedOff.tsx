import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Step, signOffId } from '../../../../contract/status.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { Moment } from '../../../words/Moment.tsx'

/** Who signed off, and when. */
export function SignedOff({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('status')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const { endedTime, endedBy } = steps.find(({ id }) => id === signOffId) ?? {}
  if (!endedTime) return t('refusal.signedOff')
  const who = endedBy === session?.account.email ? 'you' : endedBy ? 'other' : 'somebody'
  return (
    <TextAround text={t(`signedOff.${who}`, { who: endedBy ?? '', time: slot })}>
      <Moment time={endedTime} />
    </TextAround>
  )
}
