import { Switch } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { FilterProps } from './PeriodFilter.tsx'

/** Leaves out the steps that were completed as expected, which are most events. */
export function CompletedSwitch({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('history')
  return (
    <Switch
      checked={filter.hide === 'completedSteps'}
      label={t('filter.hideCompleted')}
      onChange={(_, { checked }) => onChange({ hide: checked ? 'completedSteps' : undefined })}
    />
  )
}
