import { Children, type ReactNode } from 'react'

/** A placeholder in a sentence for an element, such as words in another language. */
export const slot = '\u0000'

/** A translated sentence with an element in each place of a `slot`, in their order. */
export function TextAround({ text, children }: { text: string; children: ReactNode }) {
  const [first, ...others] = text.split(slot)
  const elements = Children.toArray(children)
  return [first, ...others.flatMap((after, index) => [elements[index], after])]
}
