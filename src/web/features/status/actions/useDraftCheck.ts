import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProblemDetail } from '../../../../contract/problems.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { statusQuery } from '../../../api/status.ts'
import type { OfferAddress } from '../../../paths.ts'

type Draft = { state: 'unchecked' | 'complete' } | { state: 'incomplete'; problems: readonly ProblemDetail[] }

/** What the draft lacks, from a status newer than the dialog. A draft found complete stays so: no poll takes the form away. */
export function useDraftCheck(offer: OfferAddress) {
  const query = useQuery({ ...statusQuery(offer), ...withoutPolling, refetchOnMount: 'always' })
  const [opened] = useState(Date.now)
  const [isComplete, setComplete] = useState(false)
  const isChecked = query.dataUpdatedAt >= opened
  const problems = query.data?.actions?.publish.problems ?? []
  if (isChecked && problems.length === 0 && !isComplete) setComplete(true)
  const draft: Draft = isComplete
    ? { state: 'complete' }
    : isChecked
      ? { state: 'incomplete', problems }
      : { state: 'unchecked' }
  return {
    draft,
    isChecking: query.isFetching,
    error: query.isFetching ? null : query.error,
    check: () => void query.refetch(),
    lastEmails: query.data?.notificationEmails,
  }
}
