import type { ListName, OfferListQuery } from '../../contract/offerList.ts'
import { ApiError } from './http.ts'

/** Saves all matching offers as a file. The page stays when the service answers with a problem instead. */
export async function downloadOffers(list: ListName, { page: _, ...filter }: OfferListQuery, language: string) {
  const search = new URLSearchParams({ ...filter, language })
  const answer = await fetch(`/api/portal/${list}.csv?${search}`)
  if (!answer.ok) throw new ApiError(`Http${answer.status}`, { status: answer.status })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = `${list}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
