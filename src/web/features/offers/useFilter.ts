import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { OfferListQuery } from '../../../contract/offerList.ts'
import { changed, filterFrom } from './filter.ts'

/** What is asked of a list. The address is the only place that knows. */
export function useFilter() {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => filterFrom(search), [search])
  function change(part: OfferListQuery, { replace = false } = {}) {
    const next = changed(search, part)
    if (next.toString() !== search.toString()) setSearch(next, { replace })
  }
  return { filter, change, search }
}
