import { useTranslation } from 'react-i18next'
import { eventTypes, type HistoryQuery } from '../../../contract/history.ts'
import { FilterBar } from '../../page/FilterBar.tsx'
import { PublisherFilter } from '../../page/PublisherFilter.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { CompletedSwitch } from './CompletedSwitch.tsx'
import { useEventName } from './eventWords.ts'
import { FileLink } from './FileLink.tsx'
import { isFiltered, noFilter } from './filter.ts'
import { type FilterProps, PeriodFilter } from './PeriodFilter.tsx'

type Props = FilterProps & { asked: HistoryQuery }

/** The filters of history, and the link to the matching events as a file. */
export function EventFilter({ filter, asked, onChange }: Props) {
  const { t } = useTranslation(['history', 'offers'])
  const eventName = useEventName()
  return (
    <FilterBar after={<FileLink filter={asked} />} isFiltered={isFiltered(filter)} onClear={() => onChange(noFilter)}>
      <SearchField
        clearLabel={t('offers:filter.clearSearch')}
        label={t('offers:filter.search')}
        onSearch={(q) => onChange({ q }, { replace: true })}
        value={filter.q ?? ''}
      />
      <PeriodFilter filter={filter} onChange={onChange} />
      <Choice
        all={t('filter.allTypes')}
        entries={eventTypes.map((type) => [type, eventName(type)] as const)}
        label={t('filter.type')}
        onChange={(type) => onChange({ type })}
        value={filter.type}
      />
      <PublisherFilter onChange={(publisher) => onChange({ publisher })} value={filter.publisher} />
      <CompletedSwitch filter={filter} onChange={onChange} />
    </FilterBar>
  )
}
