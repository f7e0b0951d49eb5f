import { Button, Input } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useEffectEvent, useState } from 'react'

/** Milliseconds without typing before the search starts. */
const quiet = 300

type Props = {
  label: string
  clearLabel: string
  value: string
  onSearch: (text: string) => void
  className?: string
}

/** Searches when the typing pauses. A new value from outside, for example after Back, replaces the text. */
export function SearchField({ label, clearLabel, value, onSearch, className }: Props) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) {
      setText(value)
      setSent(value)
    }
  }
  function send(typed: string) {
    setSent(typed.trim())
    onSearch(typed.trim())
  }
  // Other filters may change while the typing pauses: the search uses their latest values.
  const sendLater = useEffectEvent(send)
  useEffect(() => {
    if (text.trim() === sent) return
    const timer = setTimeout(() => sendLater(text), quiet)
    return () => clearTimeout(timer)
  }, [text, sent])
  const clear = (
    <Button
      appearance="transparent"
      aria-label={clearLabel}
      icon={<Dismiss16Regular />}
      onClick={() => {
        setText('')
        send('')
      }}
      size="small"
    />
  )
  return (
    <Input
      aria-label={label}
      className={className}
      contentAfter={text ? clear : undefined}
      contentBefore={<Search16Regular />}
      input={{ maxLength: 200, type: 'text', role: 'searchbox', enterKeyHint: 'search', autoComplete: 'off' }}
      onChange={(_, { value }) => setText(value)}
      onKeyDown={({ key }) => key === 'Enter' && send(text)}
      placeholder={label}
      value={text}
    />
  )
}
