import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ContentChange } from '../../../../contract/contentChanges.ts'
import { useFieldName } from '../messages/fieldName.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalSNudge,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  values: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

/** Which fields differ between two versions of an offer, and how; a secret shows neither value. */
export function ContentChangeList({ changes }: { changes: readonly ContentChange[] }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const fieldName = useFieldName()
  const nameOf = ({ plan, part, ...place }: ContentChange) =>
    [fieldName(place), plan, part].filter((name) => name !== undefined).join(' › ')
  return (
    <ul className={styles.list}>
      {changes.map((change) => (
        <li key={JSON.stringify([change.target, change.plan, change.part])}>
          <bdi>{nameOf(change)}</bdi>
          {change.isSecret ? (
            <div className={styles.term}>{t('content.secret')}</div>
          ) : (
            <dl className={styles.values}>
              {valuesOf(change).map(([name, value]) => (
                <Value key={name} term={t(`content.${name}`)} value={value} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

function Value({ term, value }: { term: string; value: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>
        <bdi>{value}</bdi>
      </dd>
    </>
  )
}

function valuesOf({ before, after }: ContentChange) {
  if (before === undefined) return [['added', after ?? '']] as const
  if (after === undefined) return [['removed', before]] as const
  return [
    ['before', before],
    ['after', after],
  ] as const
}
