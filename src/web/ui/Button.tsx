import { mergeClasses } from '@fluentui/react-components'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useButtonStyles } from './buttonStyles.ts'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  appearance?: 'secondary' | 'primary' | 'subtle' | 'transparent' | undefined
  size?: 'small' | 'medium'
  icon?: ReactNode
  /** Cannot be pressed now; it keeps its place in the order of the Tab key, so that its reason can be read. */
  disabledFocusable?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const {
    appearance = 'secondary',
    size = 'medium',
    icon,
    disabledFocusable,
    className,
    children,
    onClick,
    ...rest
  } = props
  const styles = useButtonStyles()
  const isSmall = size === 'small'
  const isIcon = Boolean(icon) && !children
  const isFlat = appearance === 'subtle' || appearance === 'transparent'
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (disabledFocusable) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabledFocusable || rest['aria-disabled']}
      className={mergeClasses(
        styles.root,
        styles[appearance],
        isSmall && styles.small,
        isSmall && Boolean(icon) && styles.smallWithIcon,
        isIcon && (isSmall ? styles.smallIconOnly : styles.iconOnly),
        disabledFocusable && styles.disabled,
        disabledFocusable && isFlat && styles.disabledFlat,
        className,
      )}
      onClick={press}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      {children}
    </button>
  )
}
