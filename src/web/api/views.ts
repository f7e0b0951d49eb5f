import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type SavedView, SavedViews, type ViewName } from '../../contract/views.ts'
import { call } from './http.ts'
import { sessionQuery } from './session.ts'

/** The views that the account keeps. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => call('/portal/views', { reply: SavedViews }),
})

/** The session knows the default views. */
const changed = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
    client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])

export async function saveView(client: QueryClient, view: SavedView) {
  await call('/portal/views', { method: 'PUT', body: view })
  await changed(client)
}

export async function removeView(client: QueryClient, { list, name }: ViewName) {
  await call('/portal/views', { method: 'DELETE', query: { list, name } })
  await changed(client)
}
