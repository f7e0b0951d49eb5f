import { useWords } from './lookup.ts'

type Props = { code: string | undefined; own: string }

/** A step's name in the reader's language, else as the service sends it. */
export function StepName({ code, own }: Props) {
  const name = useWords()('steps', code ?? '-')
  return name ?? <bdi lang="en">{own}</bdi>
}

export function useStepName() {
  const words = useWords()
  return (code: string | undefined, own: string) => words('steps', code ?? '-') ?? own
}
