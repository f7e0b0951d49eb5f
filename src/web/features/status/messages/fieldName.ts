import { useWords } from '../../../words/lookup.ts'

/** An editor field's name in the reader's language, else its own spelling. */
export function useFieldName() {
  const words = useWords()
  return (target: string) => words('fields', target) ?? target
}
