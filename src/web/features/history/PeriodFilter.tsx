import { Switch } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/Choice.tsx'
import { type EventFilter, periods } from './filter.ts'

export type FilterProps = { filter: EventFilter; onChange: (part: EventFilter, options?: { replace: boolean }) => void }

/** The filters that an offer's history has too: the days, and whether completed steps are shown. */
export function PeriodFilter({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('history')
  return (
    <>
      <Choice
        all={t('filter.allTimes')}
        entries={periods.map((period) => [period, t(`filter.since.${period}`)] as const)}
        label={t('filter.period')}
        onChange={(chosen) => onChange({ since: periods.find((period) => period === chosen) })}
        value={filter.since}
      />
      <Switch
        checked={filter.hide === 'completedSteps'}
        label={t('filter.hideCompleted')}
        onChange={(_, { checked }) => onChange({ hide: checked ? 'completedSteps' : undefined })}
      />
    </>
  )
}
