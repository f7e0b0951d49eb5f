import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferListQuery } from '../../../contract/offerList.ts'
import { reading } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'
import { isFiltered } from './filter.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 240px', maxWidth: '360px', '@media (max-width: 640px)': { maxWidth: 'none' } },
  // As wide before its entries are known as after.
  select: { flex: '0 1 220px', minWidth: '140px', '@media (max-width: 640px)': { flexGrow: 1, flexBasis: '40%' } },
})

type Props = { filter: OfferListQuery; onChange: (part: OfferListQuery, options?: { replace: boolean }) => void }

export function FilterBar({ filter, onChange }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const typeName = useOfferTypeName()
  const { data: session } = useQuery({ ...sessionQuery, ...reading })
  const types = withChosen(
    session?.offerTypes.map(({ id, displayText }) => [id, typeName(id, displayText)]),
    filter.type,
  )
  const publishers = withChosen(
    session?.publishers.map(({ id, name }) => [id, name]),
    filter.publisher,
  )
  return (
    <search className={styles.root}>
      <SearchField
        className={styles.search}
        clearLabel={t('filter.clearSearch')}
        label={t('filter.search')}
        onSearch={(q) => onChange({ q }, { replace: true })}
        value={filter.q ?? ''}
      />
      <Select
        aria-label={t('filter.type')}
        className={styles.select}
        onChange={(_, { value }) => onChange({ type: value || undefined })}
        value={filter.type ?? ''}
      >
        <option value="">{t('filter.allTypes')}</option>
        {types.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('filter.publisher')}
        className={styles.select}
        onChange={(_, { value }) => onChange({ publisher: value || undefined })}
        value={filter.publisher ?? ''}
      >
        <option value="">{t('filter.allPublishers')}</option>
        {publishers.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {isFiltered(filter) && (
        <Button
          appearance="subtle"
          onClick={() => onChange({ q: undefined, status: undefined, type: undefined, publisher: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </search>
  )
}

/** A list keeps the chosen entry even when the session is not there yet, or no longer knows it. */
function withChosen(known: [string, string][] = [], chosen: string | undefined): [string, string][] {
  return !chosen || known.some(([id]) => id === chosen) ? known : [...known, [chosen, chosen]]
}
