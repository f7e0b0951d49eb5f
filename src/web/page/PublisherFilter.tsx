import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { Choice } from '../ui/Choice.tsx'

type Props = { value: string | undefined; onChange: (publisher: string | undefined) => void }

/** Filters a list by one of the reader's publishers. */
export function PublisherFilter({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { data: publishers } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.publishers })
  return (
    <Choice
      all={t('filter.allPublishers')}
      entries={publishers?.map(({ id, name }) => [id, name] as const)}
      label={t('filter.publisher')}
      onChange={onChange}
      value={value}
    />
  )
}
