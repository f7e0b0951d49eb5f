import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { FilterBar } from '../../page/FilterBar.tsx'
import { PublisherFilter } from '../../page/PublisherFilter.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { type OfferFilter as Filter, isFiltered, noFilter } from './filter.ts'

type Props = { after: ReactNode; filter: Filter; onChange: (part: Filter, options?: { replace: boolean }) => void }

/** The filters of the offer list, except the status. */
export function OfferFilter({ after, filter, onChange }: Props) {
  const { t } = useTranslation('offers')
  const typeName = useOfferTypeName()
  const { data: types } = useQuery({ ...sessionQuery, ...withoutPolling, select: ({ offerTypes }) => offerTypes })
  return (
    <FilterBar after={after} isFiltered={isFiltered(filter)} onClear={() => onChange(noFilter)}>
      <SearchField
        clearLabel={t('filter.clearSearch')}
        label={t('filter.search')}
        onSearch={(q) => onChange({ q }, { replace: true })}
        value={filter.q ?? ''}
      />
      <Choice
        all={t('filter.allTypes')}
        entries={types?.map(({ id, displayText }) => [id, typeName(id, displayText)] as const)}
        label={t('filter.type')}
        onChange={(type) => onChange({ type })}
        value={filter.type}
      />
      <PublisherFilter onChange={(publisher) => onChange({ publisher })} value={filter.publisher} />
    </FilterBar>
  )
}
