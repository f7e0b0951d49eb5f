import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  group: { margin: 0, padding: 0, border: 'none', minInlineSize: 0 },
  label: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  mark: { color: tokens.colorStatusDangerForeground1, marginInlineStart: tokens.spacingHorizontalXXS },
  help: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** What ties a control to its label, its help and its faults. */
export type Control = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  'aria-required'?: boolean
}

type Props = {
  label: string
  required?: boolean | undefined
  help?: string | undefined
  /** What is wrong, below the control. */
  faults?: ReactNode
  isInvalid?: boolean
  /** Several controls under one name. */
  isGroup?: boolean
  children: (control: Control) => ReactNode
}

/** A field of a form: its name, its help, its control and what is wrong with it. */
export function FieldFrame({ label, required, help, faults, isInvalid, isGroup, children }: Props) {
  const styles = useStyles()
  const id = useId()
  const described = [help && `${id}help`, faults && `${id}faults`].filter(Boolean).join(' ')
  const name = (
    <>
      {label}
      {required && (
        <span aria-hidden className={styles.mark}>
          *
        </span>
      )}
    </>
  )
  const control: Control = {
    id,
    ...(described && { 'aria-describedby': described }),
    ...(isInvalid && { 'aria-invalid': true }),
    ...(required && { 'aria-required': true }),
  }
  const below = (
    <>
      {help && (
        <p className={styles.help} id={`${id}help`}>
          {help}
        </p>
      )}
      {children(control)}
      {faults && <div id={`${id}faults`}>{faults}</div>}
    </>
  )
  return isGroup ? (
    <fieldset aria-describedby={described || undefined} className={styles.group}>
      <legend className={styles.label}>{name}</legend>
      <div className={styles.frame}>{below}</div>
    </fieldset>
  ) : (
    <div className={styles.frame}>
      <label className={styles.label} htmlFor={id}>
        {name}
      </label>
      {below}
    </div>
  )
}
