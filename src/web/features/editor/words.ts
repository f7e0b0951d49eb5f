import { useWords } from '../../words/lookup.ts'

/** The words of fields, whose names are codes. */
export function useFieldWords() {
  const words = useWords()
  return {
    label: (target: string) => words('fields', target) ?? words('fieldParts', `part.${lastOf(target)}`) ?? target,
    tab: (name: string) => words('fields', `tab.${name}`) ?? name,
    help: (target: string) => words('fieldParts', `help.${target}`) ?? words('fieldParts', `help.${lastOf(target)}`),
    option: (target: string, option: string) => words('fieldParts', `option.${lastOf(target)}.${option}`) ?? option,
  }
}

const lastOf = (target: string) => target.split('.').at(-1)!
