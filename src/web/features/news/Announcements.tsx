import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch } from 'react-router'
import { patterns } from '../../paths.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useIndicatorName } from '../../words/StatusIndicator.tsx'
import { followTransitions, type OfferState } from './transitions.ts'
import { useNotifier } from './useNotifier.ts'

/** Milliseconds in which changes are collected to one announcement. */
const collecting = 1000
/** More are announced as a number. */
const mostNamed = 3

/** Announces changes of status, once and together; it stays on the page, so that screen readers know it. */
export function Announcements() {
  const { t } = useTranslation('news')
  const client = useQueryClient()
  const indicatorName = useIndicatorName()
  const notify = useNotifier()
  const [said, setSaid] = useState('')
  const waiting = useRef<OfferState[]>([])
  const say = useEffectEvent(() => {
    const changes = [
      ...new Map(waiting.current.map((offer) => [`${offer.publisherId}/${offer.offerId}`, offer])).values(),
    ]
    waiting.current = []
    setSaid(
      changes.length > mostNamed
        ? t('announce.many', { count: changes.length })
        : changes
            .map(({ name, indicator }) => t('announce.change', { status: indicatorName(indicator), offer: name }))
            .join(' '),
    )
  })
  // The Status tab announces its offer itself.
  const open = useMatch(patterns.status)?.params
  const isOpen = (offer: OfferState) => offer.offerId === open?.offerId && offer.publisherId === open.publisherId
  const tell = useEffectEvent((offers: OfferState[]) => {
    notify(offers)
    return offers.filter((offer) => !isOpen(offer))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = followTransitions(client, (offers) => {
      waiting.current.push(...tell(offers))
      if (waiting.current.length === 0 || timer !== undefined) return
      // The same words are announced again only when they come back.
      setSaid('')
      timer = setTimeout(() => {
        timer = undefined
        say()
      }, collecting)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said}
    </VisuallyHidden>
  )
}
