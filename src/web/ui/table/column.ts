import type { ReactNode } from 'react'

/** `name` is unique, and a heading refers to it. */
export type Column<Item, Name extends string = string, By extends string = string> = {
  name: Name
  /** Its cell names the row. */
  isHeader?: boolean
  /** On a narrow screen a row is a card: a cell has its own line, or is in the card's last line. */
  place: 'wide' | 'lesser'
  /** Its share of the row, as a track of a CSS grid; without it, the layout says so. */
  width?: string
  cell: (item: Item) => ReactNode
  /** What its header sorts by; without it, the header is not a button. */
  by?: By
  /** The first click on the header sorts this way. */
  startsDescending?: boolean
}

/** What to sort by, ascending; with `-` before it, descending. */
export type Sort<By extends string> = By | `-${By}`

/** The columns of a row, where they say their widths. */
export function widthsOf(columns: readonly { width?: string }[]) {
  return columns.every(({ width }) => width)
    ? { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
    : undefined
}
