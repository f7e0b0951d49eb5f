import { type FocusEvent, type PointerEvent, useState } from 'react'

/** What happens to a row when the list is updated. */
export type Change = 'leaving' | 'moving'

type Held<Item> = {
  items: readonly Item[]
  changeOf: (item: Item) => Change | undefined
  /** The row as it was when it got its place. */
  placed: (item: Item) => Item
  /** The number of rows that would leave, move or appear. */
  changes: number
  update: () => void
  handlers: {
    onPointerEnter: (event: PointerEvent) => void
    onPointerLeave: () => void
    onFocus: () => void
    onBlur: (event: FocusEvent<HTMLElement>) => void
  }
}

type Options<Item> = {
  /** Identifies the list: another filter or page is another list. */
  of: string
  items: readonly Item[]
  keyOf: (item: Item) => string | number
  groupOf: ((item: Item) => string) | undefined
  isBusy: boolean
}

/** Rows keep their order while the pointer or the focus is in their list (D21); the rows themselves stay up to date. */
export function useHeld<Item>({ of, items, keyOf, groupOf, isBusy }: Options<Item>): Held<Item> {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [held, setHeld] = useState<{ of: string; items: readonly Item[] }>()
  const isRead = pointed || focused
  if (isRead && !isBusy && held?.of !== of) setHeld({ of, items })
  if (!isRead && held) setHeld(undefined)

  const before = held?.of === of ? held.items : items
  const shown = compare(before, items, keyOf, groupOf)
  return {
    ...shown,
    placed: (item) => before.find((known) => keyOf(known) === keyOf(item)) ?? item,
    changeOf: (item) => shown.marks.get(keyOf(item)),
    update: () => setHeld({ of, items }),
    handlers: {
      // A finger leaves nothing behind: only a mouse hovers.
      onPointerEnter: ({ pointerType }) => setPointed(pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget)),
    },
  }
}

/** The rows of `before` in their order, as they are in `after`. */
function compare<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: Options<Item>['keyOf'],
  groupOf: Options<Item>['groupOf'] = () => '',
) {
  const marks = new Map<string | number, Change>()
  if (before === after) return { items: after, marks, changes: 0 }
  const known = new Set(before.map(keyOf))
  const latest = new Map(after.map((item) => [keyOf(item), item]))
  const stay = before.filter((item) => latest.has(keyOf(item)))
  const order = after.filter((item) => known.has(keyOf(item)))
  for (const item of before) if (!latest.has(keyOf(item))) marks.set(keyOf(item), 'leaving')
  // Where one row moves, its neighbours only make room: what changed is what moves.
  stay.forEach((item, place) => {
    const key = keyOf(item)
    const now = latest.get(key)!
    const moves = keyOf(order[place]!) !== key || groupOf(now) !== groupOf(item)
    if (now !== item && moves) marks.set(key, 'moving')
  })
  return {
    items: before.map((item) => latest.get(keyOf(item)) ?? item),
    marks,
    changes: marks.size + after.length - order.length,
  }
}
