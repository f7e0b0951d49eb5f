import { useMemo } from 'react'
import type { ListName } from '../../../contract/offerList.ts'
import { choiceOf, choose, useChoice } from './choices.ts'
import { columnsOf } from './columns.tsx'

const hiddenIn = (choice: string) => choice.split(' ')

/** The columns of a list that are shown; the name always is. */
export function useColumns(list: ListName) {
  const choice = useChoice(`hidden.${list}`)
  return useMemo(() => columnsOf[list].filter(({ name }) => !hiddenIn(choice).includes(name)), [list, choice])
}

export function showColumn(list: ListName, column: string, shown: boolean) {
  const others = hiddenIn(choiceOf(`hidden.${list}`)).filter((name) => name && name !== column)
  choose(`hidden.${list}`, (shown ? others : [...others, column]).join(' '))
}
