import { useTranslation } from 'react-i18next'
import { parseEstimate } from '../../../../contract/estimates.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'

/** How long a step is expected to take: in the reader's language when it can be parsed, else as the service sends it (D17). */
export function TimeEstimate({ text, labelled }: { text: string; labelled?: boolean }) {
  const { t } = useTranslation('status')
  const estimate = parseEstimate(text)
  if (!estimate) {
    const own = <bdi lang="en">{text}</bdi>
    return labelled ? <TextAround text={t('estimated', { estimate: slot })}>{own}</TextAround> : own
  }
  const { min, max, unit } = estimate
  const words =
    min === undefined ? t(`estimate.max.${unit}`, { count: max }) : t(`estimate.range.${unit}`, { min, count: max })
  return labelled ? t('estimated', { estimate: words }) : words
}
