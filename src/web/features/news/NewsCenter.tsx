import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMatch } from 'react-router'
import { newsQuery } from '../../api/news.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { patterns } from '../../paths.ts'
import { Announcements } from './Announcements.tsx'
import { SeenOffer } from './SeenOffer.tsx'
import { useNews } from './useNews.ts'
import { permission } from './useNotifier.ts'

/** Asks what is new, announces it, and marks the tab. It polls in a hidden tab only for notifications of the browser. */
export function NewsCenter() {
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const isWatching = (useNews()?.watched.length ?? 0) > 0
  useQuery({
    ...newsQuery(session?.moving !== false),
    refetchIntervalInBackground: isWatching && permission() === 'granted',
  })
  const { publisherId, offerId } = useMatch({ path: patterns.offer, end: false })?.params ?? {}
  return (
    <>
      <Announcements />
      <Favicon needsYou={(session?.waiting ?? 0) > 0} />
      {publisherId && offerId && (
        <SeenOffer key={`${publisherId}/${offerId}`} offerId={offerId} publisherId={publisherId} />
      )}
    </>
  )
}

/** The icon of the tab has a dot while something needs the reader. */
function Favicon({ needsYou }: { needsYou: boolean }) {
  useEffect(() => {
    document.querySelector('link[rel=icon]')?.setAttribute('href', needsYou ? '/favicon-dot.svg' : '/favicon.svg')
  }, [needsYou])
  return null
}
