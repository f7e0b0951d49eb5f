import type { ReactNode } from 'react'

/** Stands in a sentence for what is not text, as words in another language. */
export const slot = '\u0000'

/** A translated sentence with an element where its blank was filled with `slot`. */
export function Filled({ text, children }: { text: string; children: ReactNode }) {
  const [before, after] = text.split(slot)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
