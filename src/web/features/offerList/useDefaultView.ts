import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router'
import type { ListName } from '../../../contract/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'

/**
 * Opens a list with the account's default view, unless the address names filters or the reader comes back to it.
 * Returns whether the address already says what to show.
 */
export function useDefaultView(list: ListName): boolean {
  const { search, key } = useLocation()
  const type = useNavigationType()
  const navigate = useNavigate()
  const [isOpening, setOpening] = useState(search === '' && (type === NavigationType.Push || key === 'default'))
  const session = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: ({ defaultViews }) => defaultViews?.[list] ?? '',
  })
  // Without an answer about the account, the list says itself what is wrong.
  const view = session.data ?? (session.error || session.isPaused ? '' : undefined)
  useEffect(() => {
    if (!isOpening || view === undefined) return
    setOpening(false)
    if (view && search === '') navigate({ search: view }, { replace: true })
  }, [isOpening, view, search, navigate])
  return !isOpening || view === ''
}
