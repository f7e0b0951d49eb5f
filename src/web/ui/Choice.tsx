import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { useFieldStyles } from './fieldStyles.ts'

const useStyles = makeStyles({
  // The same width before and after the entries are loaded.
  root: {
    position: 'relative',
    display: 'flex',
    flex: '0 1 220px',
    minWidth: '140px',
    '@media (max-width: 640px)': { flexGrow: 1, flexBasis: '40%' },
  },
  select: {
    appearance: 'none',
    flexGrow: 1,
    maxWidth: '100%',
    height: '32px',
    paddingBlock: 0,
    paddingInline: '12px 34px',
    textOverflow: 'ellipsis',
    cursor: 'pointer',
  },
  icon: {
    position: 'absolute',
    top: '6px',
    insetInlineEnd: tokens.spacingHorizontalMNudge,
    color: tokens.colorNeutralStrokeAccessible,
    fontSize: '20px',
    pointerEvents: 'none',
  },
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
  const { frame } = useFieldStyles()
  return (
    <span className={styles.root}>
      <select
        aria-label={label}
        className={mergeClasses(frame, styles.select)}
        onChange={({ target }) => onChange(target.value || undefined)}
        value={value ?? ''}
      >
        <option value="">{all}</option>
        {withChosen(entries, value).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDownRegular aria-hidden className={styles.icon} />
    </span>
  )
}

/** Keeps the chosen entry when the entries are not loaded yet or no longer contain it. */
function withChosen(known: Props['entries'] = [], chosen: string | undefined): NonNullable<Props['entries']> {
  return !chosen || known.some(([value]) => value === chosen) ? known : [...known, [chosen, chosen]]
}
