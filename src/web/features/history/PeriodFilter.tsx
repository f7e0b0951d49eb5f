import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/Choice.tsx'
import { type EventFilter, periods } from './filter.ts'

export type FilterProps = { filter: EventFilter; onChange: (part: EventFilter, options?: { replace: boolean }) => void }

/** Filters events by the days on which they happened. */
export function PeriodFilter({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('history')
  return (
    <Choice
      all={t('filter.allTimes')}
      entries={periods.map((period) => [period, t(`filter.since.${period}`)] as const)}
      label={t('filter.period')}
      onChange={(chosen) => onChange({ since: periods.find((period) => period === chosen) })}
      value={filter.since}
    />
  )
}
