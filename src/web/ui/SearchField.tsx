import { Button, Input } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Milliseconds without typing before the search begins. */
const pause = 300

type Props = {
  label: string
  clearLabel: string
  value: string
  onSearch: (text: string) => void
  className?: string
}

/** Searches for the typed text once the typing pauses. A new value from outside, as after Back, replaces the text. */
export function SearchField({ label, clearLabel, value, onSearch, className }: Props) {
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
    <Input
      ref={field}
      aria-label={label}
      className={className}
      contentAfter={
        text ? (
          <Button
            appearance="transparent"
            aria-label={clearLabel}
            icon={<Dismiss16Regular />}
            onClick={clear}
            size="small"
          />
        ) : undefined
      }
      contentBefore={<Search16Regular />}
      input={{ maxLength: 200, type: 'text', role: 'searchbox', enterKeyHint: 'search', autoComplete: 'off' }}
      onChange={(_, { value: text }) => setDraft({ text, of: value })}
      onCompositionEnd={() => setComposing(false)}
      onCompositionStart={() => setComposing(true)}
      // While a Chinese or Korean word is being composed, Enter accepts the word.
      onKeyDown={({ key }) => key === 'Enter' && !isComposing && search(text)}
      placeholder={label}
      value={text}
    />
  )
}
