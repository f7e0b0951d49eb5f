import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
})

type Props = {
  children: ReactNode
  isFiltered: boolean
  onClear: () => void
  /** Stands after the button that clears the filters. */
  after?: ReactNode
}

/** A list's filters, and a button that clears them. */
export function FilterBar({ children, isFiltered, onClear, after }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const filters = useRef<HTMLElement>(null)
  function clear() {
    // The button disappears when pressed; focus moves to the first filter.
    filters.current?.querySelector<HTMLElement>('input, select')?.focus()
    onClear()
  }
  return (
    <search ref={filters} className={styles.root}>
      {children}
      {isFiltered && (
        <Button appearance="subtle" onClick={clear}>
          {t('filter.clear')}
        </Button>
      )}
      {after}
    </search>
  )
}
