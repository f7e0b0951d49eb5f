import type { MouseEvent } from 'react'

/** A click anywhere in a row follows the row's first link; with Ctrl, or the middle button, in a new tab. */
export function openRow(event: MouseEvent<HTMLElement>) {
  if (event.defaultPrevented || !(event.target instanceof Element) || event.button > 1) return
  const link = event.target.closest('[role=row]')?.querySelector('a')
  // What is a control answers the click itself; who selects text wants to copy it.
  if (!link || event.target.closest('a, button, input, label, summary, [popover]') || getSelection()?.toString()) return
  if (event.button === 1 || event.ctrlKey || event.metaKey) open(link.href, '_blank', 'noopener')
  else link.click()
}

/** The middle button would start to scroll where it opens a tab. */
export function keepMiddleButton(event: MouseEvent) {
  if (event.button === 1) event.preventDefault()
}
