import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import type { UsualTime, UsualTimes } from '../../../../contract/usualTimes.ts'
import { usualTimesQuery } from '../../../api/usualTimes.ts'
import { duration } from '../../../i18n/format.ts'
import { Fact } from './Fact.tsx'

function useUsualTime(offerTypeId: string | undefined, pick: (times: UsualTimes) => UsualTime | undefined) {
  const query = usualTimesQuery(offerTypeId ?? '')
  const { data } = useQuery({
    ...query,
    ...(!offerTypeId && { queryFn: skipToken }),
    select: (times) => pick(times) ?? null,
  })
  return data
}

type StepProps = { id: string; offerTypeId: string | undefined }

/** How long this step took in the last attempts of the offer's type, once there are enough of them. */
export function UsualStep({ id, offerTypeId }: StepProps) {
  const { t } = useTranslation('status')
  const inWords = useUsualWords()
  const usual = useUsualTime(offerTypeId, ({ steps }) => steps[id])
  return usual && <span>{t('usual.step', { usual: inWords(usual) })}</span>
}

/** How long the last attempts of the offer's type took in all, without the publisher's own time. */
export function UsualWhole({ status: { offer } }: { status: OfferStatus }) {
  const { t } = useTranslation('status')
  const inWords = useUsualWords()
  const usual = useUsualTime(offer?.offerTypeId, ({ whole }) => whole)
  return (
    usual && (
      <Fact term={t('usual.whole')}>
        <span>{inWords(usual)}</span>
        <span>{t('usual.measured', { count: usual.count })}</span>
      </Fact>
    )
  )
}

function useUsualWords() {
  const { t, i18n } = useTranslation('status')
  return (usual: UsualTime) => {
    const median = duration(usual.median, i18n.language)
    const ninetieth = duration(usual.ninetieth, i18n.language)
    return median === ninetieth ? median : t('usual.time', { median, ninetieth })
  }
}
