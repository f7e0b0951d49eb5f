import type { ReactNode } from 'react'
import { type PageWords, useLoadedWords } from './words.ts'

type Props = {
  words: readonly PageWords[]
  /** What is drawn until the words are there. */
  fallback?: ReactNode
  children: ReactNode
}

/** Draws its children once the words that they need are there. */
export const WithWords = ({ words, fallback, children }: Props) => (useLoadedWords(words) ? children : fallback)
