import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolledQuery } from '../api/polled.ts'
import { type Empty, EmptyList } from './EmptyList.tsx'
import { LoadProblem } from './LoadProblem.tsx'
import { Pager } from './Pager.tsx'
import { UpdateList } from './UpdateList.tsx'
import { useHeld } from './useHeld.ts'
import { usePlace } from './usePlace.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'clip',
    // The table adapts to the width of the list.
    containerType: 'inline-size',
    // The head of a list takes the place that `index.html` keeps free.
    scrollMarginTop: '-32px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
})

type Page<Item> = { items: Item[]; total: number }

/** What draws one page of the list; `items` is undefined until the first answer arrives. */
type Rows<Item> = {
  items: readonly Item[] | undefined
  isBusy: boolean
  /** The reader comes back to a row. */
  isReturn?: boolean
  /** What happens to the row when the list is updated, in words. */
  changeOf?: (item: Item) => string | undefined
  placed?: (item: Item) => Item
}

type Props<Item, Answer extends Page<Item>> = {
  label: string
  query: PolledQuery<Answer>
  keyOf: (item: Item) => string | number
  /** The group of rows to which a row belongs. */
  groupOf?: ((item: Item) => string) | undefined
  page: number | undefined
  onPage: (page: number | undefined) => void
  /** The number of items on all pages, in words. */
  totalInWords: (count: number) => string
  /** The text when nothing matches. */
  empty: Empty
  children: (rows: Rows<Item>) => ReactNode
}

/** One page of a polled list: its items, placeholders, or the reason why there are none; below them the pager. */
export function ListView<Item, Answer extends Page<Item>>(props: Props<Item, Answer>) {
  const { label, query, keyOf, groupOf, page = 1, onPage, totalInWords, empty, children } = props
  const styles = useStyles()
  const { t } = useTranslation()
  const answer = useQuery({ ...query, placeholderData: keepPreviousData })
  const { data, error, isPaused, isPlaceholderData, refetch } = answer
  const list = useRef<HTMLElement>(null)
  const of = JSON.stringify(query.queryKey)
  const held = useHeld<Item>({ of, items: data?.items ?? [], keyOf, groupOf, isBusy: !data || isPlaceholderData })
  const { remember, isReturn } = usePlace(list, data !== undefined && !isPlaceholderData)
  /** When you turn a page, reading continues from its top. */
  const turn = useCallback(
    (page: number | undefined) => {
      onPage(page)
      list.current?.scrollIntoView()
    },
    [onPage],
  )
  /** An empty list's button disappears when pressed; focus stays in the list. */
  function leaveEmpty(act: () => void) {
    list.current?.focus()
    act()
  }
  /** The button disappears when pressed; focus stays in the list. */
  function update() {
    list.current?.focus({ preventScroll: true })
    held.update()
  }
  const { onClear } = empty
  const { items, placed } = held
  function changeOf(item: Item) {
    const change = held.changeOf(item)
    return change && t(`held.${change}`)
  }
  return (
    <section
      ref={list}
      aria-label={label}
      className={styles.root}
      onClickCapture={remember}
      tabIndex={-1}
      {...held.handlers}
    >
      {data && items.length > 0 && children({ items, isBusy: isPlaceholderData, isReturn, changeOf, placed })}
      <UpdateList changes={held.changes} onUpdate={update} />
      {data && items.length === 0 && (
        <EmptyList
          empty={{ ...empty, onClear: onClear && (() => leaveEmpty(onClear)) }}
          isPastEnd={data.total > 0}
          onFirstPage={() => leaveEmpty(() => onPage(undefined))}
        />
      )}
      {!data && (error || isPaused) && <LoadProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && !isPaused && (
        <div role="status" aria-busy aria-label={t('freshness.loading')}>
          {children({ items: undefined, isBusy: false })}
        </div>
      )}
      {data && <Pager list={label} page={page} text={totalInWords(data.total)} total={data.total} onPage={turn} />}
    </section>
  )
}
