import { createContext, type KeyboardEvent } from 'react'

/**
 * Whether a time is a tab stop. In a list it is not, because fifty of them would stand between the reader and the next
 * control: arrow keys lead to it. Where rows have no link to start from, the time of the first row stays a tab stop.
 */
export const TimeIsTabStop = createContext(true)

/** Left and right lead along the controls of a row, up and down from time to time. */
export function moveInTable(event: KeyboardEvent<HTMLElement>) {
  const { key, target, currentTarget, altKey, ctrlKey, metaKey, shiftKey } = event
  if (altKey || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return
  const control = target.closest<HTMLElement>('a, button, summary, input')
  const next = control && neighbour(control, key, currentTarget)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function neighbour(control: HTMLElement, key: string, table: HTMLElement) {
  const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1
  const among = (controls: HTMLElement[]) => controls[controls.indexOf(control) + step]
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return among([...(control.closest('[role=row]')?.querySelectorAll<HTMLElement>('a, button, summary, input') ?? [])])
  if ((key === 'ArrowUp' || key === 'ArrowDown') && control.querySelector('time'))
    return among([...table.querySelectorAll('button')].filter((button) => button.querySelector('time')))
}
