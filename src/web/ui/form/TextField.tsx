import { Field, Textarea } from '@fluentui/react-components'
import { useCallback } from 'react'

type Props = {
  label: string
  /** Its name in the form, by which `focusField` finds it. */
  name: string
  value: string
  /** What is wrong with the value. */
  error: string | undefined
  autoComplete?: string
  maxLength?: number
  /** It gets the focus as it appears. */
  focusFirst?: boolean
  onChange: (value: string) => void
}

/** A required text of several lines. */
export function TextField({ label, name, value, error, autoComplete, maxLength, focusFirst = false, onChange }: Props) {
  const arrive = useCallback(
    (element: HTMLTextAreaElement | null) => {
      if (focusFirst) element?.focus()
    },
    [focusFirst],
  )
  return (
    <Field label={label} required validationMessage={error}>
      <Textarea
        ref={arrive}
        autoComplete={autoComplete}
        maxLength={maxLength}
        name={name}
        onChange={(_, { value }) => onChange(value)}
        rows={2}
        value={value}
      />
    </Field>
  )
}
