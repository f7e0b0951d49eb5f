import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 240px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  fact: { display: 'flex', gap: tokens.spacingHorizontalXS },
  label: { flexShrink: 0, maxWidth: '100%' },
  value: { margin: 0, minWidth: 0 },
})

export type Fact = readonly [name: string, value: ReactNode]

type Props = { name: ReactNode; facts: readonly Fact[]; children?: ReactNode }

/** A thing or a person in a list: the name, what is known, and what can be done. */
export function Entry({ name, facts, children }: Props) {
  const styles = useStyles()
  return (
    <li className={styles.entry}>
      <div className={styles.text}>
        <div className={styles.name}>{name}</div>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name} className={styles.fact}>
              <dt className={styles.label}>{name}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {children}
    </li>
  )
}
