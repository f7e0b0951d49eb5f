import type { ReactNode } from 'react'

/** A placeholder in a sentence for an element, such as words in another language. */
export const slot = '\u0000'

/** A translated sentence with an element where its blank was filled with `slot`. */
export function TextAround({ text, children }: { text: string; children: ReactNode }) {
  const [before, after] = text.split(slot)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
