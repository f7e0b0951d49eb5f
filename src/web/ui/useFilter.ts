import { useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'

type Asked = Record<string, string | number | undefined>

/** A list's filter, which is kept in the address only; `from` parses it. */
export function useFilter<Filter extends Asked>(from: (search: URLSearchParams) => Filter) {
  const { state } = useLocation()
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => from(search), [from, search])
  function change(part: Filter, { replace = false } = {}) {
    const next = changed(search, part)
    if (next.toString() !== search.toString()) setSearch(next, { replace, state })
  }
  return { filter, change }
}

/** The address of the same list with a changed filter; any change except of the page starts at the first page. */
function changed(search: URLSearchParams, change: Asked): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries({ page: undefined, ...change })) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, String(value))
  }
  return next
}
