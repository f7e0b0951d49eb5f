import { Button, Input } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useRef, useState } from 'react'

/** Milliseconds of quiet before what was typed is looked for. */
const quiet = 300

type Props = {
  label: string
  clearLabel: string
  value: string
  onSearch: (text: string) => void
  className?: string
}

/** Looks for what was typed once the typing pauses. A value from outside, as by Back, takes the place of the text. */
export function SearchField({ label, clearLabel, value, onSearch, className }: Props) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who has left the page is not looking any more.
  useEffect(() => () => clearTimeout(timer.current), [])
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) {
      setText(value)
      setSent(value)
    }
  }
  function send(typed: string) {
    clearTimeout(timer.current)
    setSent(typed.trim())
    onSearch(typed.trim())
  }
  function type(typed: string) {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(send, quiet, typed)
  }
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
      onChange={(_, { value }) => type(value)}
      onKeyDown={({ key }) => key === 'Enter' && send(text)}
      placeholder={label}
      value={text}
    />
  )
}
