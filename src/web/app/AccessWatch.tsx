import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Session } from '../../contract/session.ts'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { type AccessChange, useToast } from './toaster/toast.ts'

/** Tells when others have changed what the reader may do, on whatever page is open. */
export function AccessWatch() {
  const tell = useToast()
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const before = useRef<Session>(undefined)
  useEffect(() => {
    const known = before.current
    before.current = session
    // Another account has other publishers, which is no news.
    if (!session || known?.account.id !== session.account.id) return
    for (const change of changesOf(known.publishers, session.publishers))
      tell({ id: `access ${change.publisher}`, kind: 'access', change })
  }, [session, tell])
  return null
}

type Publishers = Session['publishers']

function changesOf(before: Publishers, after: Publishers): AccessChange[] {
  const roleIn = (publishers: Publishers, id: string) => publishers.find((one) => one.id === id)?.role
  const lost = before.filter(({ id }) => !roleIn(after, id))
  const other = after.filter(({ id, role }) => roleIn(before, id) !== role)
  return [
    ...lost.map(({ name }) => ({ kind: 'lost', publisher: name }) as const),
    ...other.map(
      ({ id, name, role }) => ({ kind: roleIn(before, id) ? 'changed' : 'gained', publisher: name, role }) as const,
    ),
  ]
}
