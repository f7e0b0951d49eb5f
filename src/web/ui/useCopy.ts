import { useState } from 'react'

/** Copies a text. `copied` says whether the browser did: it can refuse, or have no clipboard. */
export function useCopy() {
  const [copied, setCopied] = useState<'yes' | 'no'>()
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return { copied, copy }
}
