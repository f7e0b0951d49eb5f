import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useInputStyles } from '../../ui/form/inputStyles.ts'

const useStyles = makeStyles({
  label: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  check: { flexShrink: 0 },
})

type Props = { isChecked: boolean; onChange: (isChecked: boolean) => void; group?: string; children: ReactNode }

/** A box to check or, in a `group`, one of several to choose. */
export function CheckField({ isChecked, onChange, group, children }: Props) {
  const styles = useStyles()
  const { check } = useInputStyles()
  return (
    <label className={styles.label}>
      <input
        checked={isChecked}
        className={mergeClasses(check, styles.check)}
        name={group}
        onChange={({ target }) => onChange(target.checked)}
        type={group ? 'radio' : 'checkbox'}
      />
      <span>{children}</span>
    </label>
  )
}
