import { useTranslation } from 'react-i18next'
import { parseEstimate } from '../../../contract/estimates.ts'

/** How long a step is expected to take: in the reader's language when it can be read, else as it is written (D17). */
export function TimeEstimate({ text, labelled }: { text: string; labelled?: boolean }) {
  const { t } = useTranslation('status')
  const estimate = parseEstimate(text)
  if (!estimate) {
    const own = <span lang="en">{text}</span>
    if (!labelled) return own
    const [before, after] = t('estimated', { estimate: '\u0000' }).split('\u0000')
    return (
      <>
        {before}
        {own}
        {after}
      </>
    )
  }
  const { min, max, unit } = estimate
  const words =
    min === undefined ? t(`estimate.max.${unit}`, { count: max }) : t(`estimate.range.${unit}`, { min, count: max })
  return labelled ? t('estimated', { estimate: words }) : words
}
