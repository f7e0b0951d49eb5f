import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ListName } from '../../api/offers.ts'
import { Placeholder } from '../../ui/Placeholder.tsx'
import type { Column } from './columns.tsx'
import { useCellStyles, useRowStyles } from './tableStyles.ts'

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

const rowCount = 12

/** As large as the rows to come. */
export function OfferTableSkeleton({ columns, list }: { columns: readonly Column[]; list: ListName }) {
  const styles = useStyles()
  const rows = useRowStyles()
  const cells = useCellStyles()
  const { t } = useTranslation()
  return (
    <div aria-busy role="status" aria-label={t('freshness.loading')}>
      {Array.from({ length: rowCount }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing but their place
        <div key={row} className={mergeClasses(rows.row, rows[list], styles.row)}>
          {columns.map(({ sort }, column) => (
            <div key={sort} className={cells[sort]}>
              <Placeholder width={`${90 - ((row * 3 + column * 5) % 7) * 8}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
