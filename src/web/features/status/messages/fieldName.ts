import type { ProblemDetail } from '../../../../contract/problems.ts'
import { useWords } from '../../../words/lookup.ts'

type Place = Pick<ProblemDetail, 'target' | 'tab'>

/** Where the Editor has a field, in the reader's language, else the field's own spelling. */
export function useFieldName() {
  const words = useWords()
  return ({ target = '', tab }: Place) => {
    const label = words('fields', target) ?? target
    const tabName = tab && words('fields', `tab.${tab}`)
    // The list of plans is the tab itself.
    return (tabName && target !== 'plans' && words('fields', 'place', { tab: tabName, label })) || label
  }
}
