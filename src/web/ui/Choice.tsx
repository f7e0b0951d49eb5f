import { makeStyles } from '@fluentui/react-components'
import { Select } from './Select.tsx'

const useStyles = makeStyles({
  // The same width before and after the entries are loaded.
  root: { flex: '0 1 220px', minWidth: '140px', '@media (max-width: 640px)': { flexGrow: 1, flexBasis: '40%' } },
})

type Props = {
  label: string
  /** The entry for no filter. */
  all: string
  /** Values and their names; undefined until they are loaded. */
  entries: readonly (readonly [value: string, name: string])[] | undefined
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** Filters a list by one of several values, or by none. */
export function Choice({ label, all, entries, value, onChange }: Props) {
  const styles = useStyles()
  return (
    <Select
      aria-label={label}
      className={styles.root}
      onChange={({ target }) => onChange(target.value || undefined)}
      value={value ?? ''}
    >
      <option value="">{all}</option>
      {withChosen(entries, value).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  )
}

/** Keeps the chosen entry when the entries are not loaded yet or no longer contain it. */
function withChosen(known: Props['entries'] = [], chosen: string | undefined): NonNullable<Props['entries']> {
  return !chosen || known.some(([value]) => value === chosen) ? known : [...known, [chosen, chosen]]
}
