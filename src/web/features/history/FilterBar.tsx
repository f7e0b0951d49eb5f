import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventTypes, type HistoryQuery } from '../../../contract/history.ts'
import { reading } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useEventName } from './eventWords.ts'
import { FileLink } from './FileLink.tsx'
import { isFiltered } from './filter.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

type Props = { filter: HistoryQuery; onChange: (part: HistoryQuery) => void }

export function FilterBar({ filter, onChange }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['history', 'offers'])
  const eventName = useEventName()
  const { data: session } = useQuery({ ...sessionQuery, ...reading })
  return (
    <search className={styles.root}>
      <Choice
        all={t('filter.allTypes')}
        entries={eventTypes.map((type) => [type, eventName(type)] as const)}
        label={t('filter.type')}
        onChange={(type) => onChange({ type })}
        value={filter.type}
      />
      <Choice
        all={t('offers:filter.allPublishers')}
        entries={session?.publishers.map(({ id, name }) => [id, name] as const)}
        label={t('offers:filter.publisher')}
        onChange={(publisher) => onChange({ publisher })}
        value={filter.publisher}
      />
      {isFiltered(filter) && (
        <Button appearance="subtle" onClick={() => onChange({ publisher: undefined, type: undefined })}>
          {t('offers:filter.clear')}
        </Button>
      )}
      <FileLink filter={filter} />
    </search>
  )
}
