import type { ReactNode } from 'react'

/** `name` is unique, and a sort refers to it. */
export type Column<Item, Name extends string = string> = {
  name: Name
  /** On a narrow screen a row is a card: a cell has its own line, or is in the card's last line. */
  place: 'wide' | 'lesser'
  cell: (item: Item) => ReactNode
  /** The first click on the header sorts this way. */
  startsDescending?: boolean
}

/** A column's name sorts by it, ascending; with `-` before it, descending. */
export type Sort<Name extends string> = Name | `-${Name}`
