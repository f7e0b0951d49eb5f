import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolledQuery } from '../api/polled.ts'
import { type Empty, EmptyList } from './EmptyList.tsx'
import { LoadProblem } from './LoadProblem.tsx'
import { Pager } from './Pager.tsx'

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
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
})

type Page = { items: readonly unknown[]; total: number }

type Props<Answer extends Page> = {
  label: string
  query: PolledQuery<Answer>
  page: number | undefined
  onPage: (page: number | undefined) => void
  /** The number of items on all pages, in words. */
  totalInWords: (count: number) => string
  /** The text when nothing matches. */
  empty: Empty
  /** Draws one page of the list; `items` is undefined until the first answer arrives. */
  children: (items: Answer['items'] | undefined, isBusy: boolean) => ReactNode
}

/** One page of a polled list: its items, placeholders, or the reason why there are none; below them the pager. */
export function ListView<Answer extends Page>(props: Props<Answer>) {
  const { label, query, page = 1, onPage, totalInWords, empty, children } = props
  const styles = useStyles()
  const { t } = useTranslation()
  const answer = useQuery({ ...query, placeholderData: keepPreviousData })
  const { data, error, isPaused, isPlaceholderData, refetch } = answer
  const list = useRef<HTMLElement>(null)
  /** When you turn a page, reading continues from its top. */
  function turn(page: number | undefined) {
    onPage(page)
    list.current?.scrollIntoView()
  }
  /** An empty list's button disappears when pressed; focus stays in the list. */
  function leaveEmpty(act: () => void) {
    list.current?.focus()
    act()
  }
  const { onClear } = empty
  return (
    <section ref={list} aria-label={label} className={styles.root} tabIndex={-1}>
      {data && data.items.length > 0 && children(data.items, isPlaceholderData)}
      {data?.items.length === 0 && (
        <EmptyList
          empty={{ ...empty, onClear: onClear && (() => leaveEmpty(onClear)) }}
          isPastEnd={data.total > 0}
          onFirstPage={() => leaveEmpty(() => onPage(undefined))}
        />
      )}
      {!data && (error || isPaused) && <LoadProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && !isPaused && (
        <div role="status" aria-busy aria-label={t('freshness.loading')}>
          {children(undefined, false)}
        </div>
      )}
      {data && <Pager list={label} page={page} text={totalInWords(data.total)} total={data.total} onPage={turn} />}
    </section>
  )
}
