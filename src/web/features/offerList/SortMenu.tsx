import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSortDownLines20Regular } from '@fluentui/react-icons/svg/arrow-sort-down-lines'
import { ArrowSortUpLines20Regular } from '@fluentui/react-icons/svg/arrow-sort-up-lines'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListName, type OfferListQuery, type OfferSort, offerSorts } from '../../../contract/offerList.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Sorting } from '../../ui/table/TableHead.tsx'
import { columnsOf } from './columns.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `6px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  label: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  choice: { flexGrow: 1, minWidth: 0 },
})

type Props = { list: ListName; sorting: Sorting<OfferSort> }

/** The order of the list, on a screen too narrow for a table's headings. */
export function SortMenu({ list, sorting: { sort, byDefault, onSort } }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const id = useId()
  const current = sort ?? byDefault
  const by = offerSorts.find((by) => by === current || `-${by}` === current)
  const isDescending = current.startsWith('-')
  const sortBy = (next: NonNullable<OfferListQuery['sort']>) => onSort(next === byDefault ? undefined : next)
  const choose = (wanted: string) => {
    const column = columnsOf[list].find(({ by }) => by === wanted)
    if (column?.by) sortBy(column.startsDescending ? `-${column.by}` : column.by)
    else if (wanted === 'overdue') sortBy('overdue')
  }
  return (
    <div className={styles.root}>
      <label className={styles.label} htmlFor={id}>
        {t('sort.by')}
      </label>
      <Select className={styles.choice} id={id} onChange={({ target }) => choose(target.value)} value={by}>
        {by === 'overdue' && <option value="overdue">{t('sort.overdue')}</option>}
        {columnsOf[list].map(
          ({ name, by }) =>
            by && (
              <option key={by} value={by}>
                {t(`column.${name}`)}
              </option>
            ),
        )}
      </Select>
      <Button
        appearance="subtle"
        aria-label={t('sort.descending')}
        aria-pressed={isDescending}
        icon={isDescending ? <ArrowSortDownLines20Regular /> : <ArrowSortUpLines20Regular />}
        onClick={() => by && sortBy(isDescending ? by : `-${by}`)}
      />
    </div>
  )
}
