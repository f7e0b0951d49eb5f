import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { DialogButton } from '../../../ui/dialogs/DialogButton.tsx'
import { GoLiveTogether } from './GoLiveTogether.tsx'
import { checkboxId, type Selected } from './selection.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  count: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
})

type Props = { selected: Selected; onSelect: (selected: Selected) => void }

/** What can be done with the selected offers; it stays in view below the list. */
export function SelectionBar({ selected, onSelect }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('lists')
  const [isOpen, setOpen] = useState(false)
  const label = t('together.selected', { count: selected.size })
  /** The bar and the focused button disappear: the focus goes to the first box that was selected. */
  function clear() {
    const [first = ''] = selected.keys()
    document.getElementById(checkboxId(first))?.focus()
    onSelect(new Map())
  }
  /** What has gone live is no longer selected. */
  function close(done: readonly string[]) {
    setOpen(false)
    const left = [...selected].filter(([key]) => !done.includes(key))
    if (left.length === 0) document.querySelector<HTMLElement>('main section[tabindex]')?.focus()
    onSelect(new Map(left))
  }
  return (
    <section aria-label={label} className={styles.bar}>
      <span className={styles.count} role="status">
        {label}
      </span>
      <DialogButton appearance="primary" onClick={() => setOpen(true)}>
        {t('together.open')}
      </DialogButton>
      <Button onClick={clear}>{t('together.clear')}</Button>
      {isOpen && <GoLiveTogether offers={[...selected.values()]} onClose={close} />}
    </section>
  )
}
