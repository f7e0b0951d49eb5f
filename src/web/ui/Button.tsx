import { mergeClasses } from '@fluentui/react-components'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useButtonStyles } from './buttonStyles.ts'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  appearance?: 'secondary' | 'primary' | 'subtle' | 'transparent' | undefined
  size?: 'small' | 'medium' | undefined
  icon?: ReactNode
  /** Cannot be pressed now; it keeps its place in the order of the Tab key, so that its reason can be read. */
  disabledFocusable?: boolean | undefined
}

export function Button({
  appearance,
  size,
  icon,
  disabledFocusable,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const look = useLook({ appearance, size, icon, disabledFocusable, className, children })
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (disabledFocusable) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabledFocusable || rest['aria-disabled']}
      onClick={press}
      {...look}
    />
  )
}

type LinkProps = ComponentProps<'a'> & Pick<ButtonProps, 'appearance' | 'size' | 'icon'>

/** A link that looks like a button. */
export function ButtonLink({ appearance, size, icon, className, children, ...rest }: LinkProps) {
  return <a {...rest} {...useLook({ appearance, size, icon, className, children })} />
}

type Look = Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'disabledFocusable' | 'className' | 'children'>

function useLook({ appearance = 'secondary', size, icon, disabledFocusable, className, children }: Look) {
  const styles = useButtonStyles()
  const isSmall = size === 'small'
  const isIcon = Boolean(icon) && !children
  const isFlat = appearance === 'subtle' || appearance === 'transparent'
  return {
    className: mergeClasses(
      styles.root,
      styles[appearance],
      isSmall && styles.small,
      isSmall && Boolean(icon) && styles.smallWithIcon,
      isIcon && (isSmall ? styles.smallIconOnly : styles.iconOnly),
      disabledFocusable && styles.disabled,
      disabledFocusable && isFlat && styles.disabledFlat,
      className,
    ),
    children: (
      <>
        {icon && <span className={styles.icon}>{icon}</span>}
        {children}
      </>
    ),
  }
}
