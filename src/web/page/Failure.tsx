import { useProblemWords } from './useProblemWords.ts'

/** Why something was not done; an empty place until then. */
export function Failure({ error }: { error: unknown }) {
  const inWords = useProblemWords()
  return error ? <span role="alert">{inWords(error)}</span> : null
}
