import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Attempts } from '../../contract/attempts.ts'
import type { OfferStatus } from '../../contract/status.ts'
import type { OfferAddress } from '../paths.ts'
import { call } from './http.ts'
import { portalPath } from './status.ts'

/** Follows the status instead of polling: every change of the offer raises its revision. */
export const attemptsQuery = ({ publisherId, offerId }: OfferAddress, { operationId, revision }: OfferStatus) =>
  queryOptions({
    queryKey: ['attempts', publisherId, offerId, operationId, revision],
    queryFn: () => call(portalPath({ publisherId, offerId }, 'attempts'), { reply: Attempts }),
    enabled: operationId !== undefined && revision !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    refetchOnWindowFocus: false,
  })
