import { makeStyles, tokens } from '@fluentui/react-components'
import type { ProblemDetail } from '../../../../contract/problems.ts'
import { useWords } from '../../../words/lookup.ts'
import { useFieldName } from '../messages/fieldName.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorStatusDangerBorder1}`,
  },
  field: { fontWeight: tokens.fontWeightSemibold },
})

/** What the offer's draft lacks: each field, and what is wrong with it. */
export function ProblemList({ problems }: { problems: readonly ProblemDetail[] }) {
  const styles = useStyles()
  const words = useWords()
  const fieldName = useFieldName()
  return (
    <ul className={styles.list}>
      {problems.map(({ code, message, target, tab, values }) => {
        const known = words('messages', code, values)
        return (
          <li key={`${code} ${target} ${message}`} className={styles.item}>
            {target && <div className={styles.field}>{fieldName({ target, tab })}</div>}
            <div lang={known ? undefined : 'en'}>{known ?? message}</div>
          </li>
        )
      })}
    </ul>
  )
}
