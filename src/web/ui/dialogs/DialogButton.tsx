import { useRestoreFocusTarget } from '@fluentui/react-components'
import { Button, type ButtonProps } from '../Button.tsx'

/** Opens a dialog, and gets the focus back when it closes; without that, the page can stay hidden from screen readers. */
export function DialogButton(props: ButtonProps) {
  const restoreFocus = useRestoreFocusTarget()
  return <Button {...restoreFocus} {...props} />
}
