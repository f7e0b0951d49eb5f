import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router'
import type { ListName } from '../../../contract/offerList.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'

/** Opens a list with the account's default view, unless the address names filters or the reader comes back to it. */
export function useDefaultView(list: ListName) {
  const { search, key } = useLocation()
  const type = useNavigationType()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(search === '' && (type === NavigationType.Push || key === 'default'))
  const { data: view } = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: ({ defaultViews }) => defaultViews?.[list] ?? '',
  })
  useEffect(() => {
    if (!isOpen || view === undefined) return
    setOpen(false)
    if (view && search === '') navigate({ search: view }, { replace: true })
  }, [isOpen, view, search, navigate])
}
