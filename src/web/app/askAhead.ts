import type { QueryClient } from '@tanstack/react-query'
import { offerFrame, offerTabs, pageAt, publisherFrame, publisherTabs } from './routes.tsx'

/** Starts to fetch the code of the page at this address, and what the page will ask the service. */
export function askAhead(client: QueryClient, { pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  const page = pageAt(pathname)
  if (!page) return
  if (offerTabs.includes(page.route)) void offerFrame.preload()
  if (publisherTabs.includes(page.route)) void publisherFrame.preload()
  void page.route.code.preload()
  for (const ask of page.route.questions(page.params, new URLSearchParams(search))) void ask(client)
}
