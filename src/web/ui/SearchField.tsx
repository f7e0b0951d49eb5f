import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { useFieldStyles } from './fieldStyles.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minHeight: '32px',
    flex: '1 1 240px',
    maxWidth: '360px',
    paddingInlineStart: tokens.spacingHorizontalMNudge,
    cursor: 'text',
    '@media (max-width: 640px)': { maxWidth: 'none' },
  },
  field: {
    flexGrow: 1,
    alignSelf: 'stretch',
    boxSizing: 'border-box',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalXXS}`,
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
})

/** Milliseconds without typing before the search begins. */
const pause = 300

/** Browsers add a button of their own to an input of the type `search`. */
const searchbox = 'searchbox'

type Props = {
  label: string
  clearLabel: string
  value: string
  onSearch: (text: string) => void
}

/** Searches for the typed text once the typing pauses. A new value from outside, as after Back, replaces the text. */
export function SearchField({ label, clearLabel, value, onSearch }: Props) {
  const styles = useStyles()
  const { frame } = useFieldStyles()
  const field = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState({ text: value, of: value })
  const [isComposing, setComposing] = useState(false)
  const text = draft.of === value ? draft.text : value
  function search(text: string) {
    setDraft({ text, of: text.trim() })
    onSearch(text.trim())
  }
  // Other filters may change during the pause: the search keeps what they are by then.
  const searchLater = useEffectEvent(search)
  useEffect(() => {
    if (isComposing || text.trim() === value) return
    const timer = setTimeout(() => searchLater(text), pause)
    return () => clearTimeout(timer)
  }, [text, value, isComposing])
  function clear() {
    // The button disappears when pressed.
    field.current?.focus()
    search('')
  }
  return (
    <label className={mergeClasses(frame, styles.root)}>
      <Search16Regular aria-hidden className={styles.icon} />
      <input
        ref={field}
        aria-label={label}
        autoComplete="off"
        className={styles.field}
        enterKeyHint="search"
        maxLength={200}
        onChange={({ target }) => setDraft({ text: target.value, of: value })}
        onCompositionEnd={() => setComposing(false)}
        onCompositionStart={() => setComposing(true)}
        // While a Chinese or Korean word is being composed, Enter accepts the word.
        onKeyDown={({ key }) => key === 'Enter' && !isComposing && search(text)}
        placeholder={label}
        role={searchbox}
        type="text"
        value={text}
      />
      {text && (
        <Button
          appearance="transparent"
          aria-label={clearLabel}
          icon={<Dismiss16Regular />}
          onClick={clear}
          size="small"
        />
      )}
    </label>
  )
}
