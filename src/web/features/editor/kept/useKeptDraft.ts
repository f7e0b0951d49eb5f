import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Form } from '../../../../contract/forms.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import type { OfferAddress } from '../../../paths.ts'
import type { Saving } from '../useSaving.ts'
import type { FormValues } from '../values.ts'
import { forgetDraft, keepDraft, keptDraft } from './keptDraft.ts'

/** Milliseconds after the last key until what was typed is kept. */
const pause = 400

type Options = { offer: OfferAddress; form: Form; methods: UseFormReturn<FormValues>; saving: Saving }

/** Keeps unsaved changes in the browser over a crash, a closed tab or a lost session, and offers them back. */
export function useKeptDraft({ offer, form, methods, saving }: Options) {
  const { data: account } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.account.id })
  const { isDirty, base } = saving
  const [isAnswered, setAnswered] = useState(false)
  const found = account && !isAnswered && !isDirty ? keptDraft(account, offer) : undefined

  const keep = useEffectEvent(() => {
    if (!account) return
    const { tag, offer: read } = base
    keepDraft(account, offer, form, {
      time: new Date().toISOString(),
      tag,
      base: read.definition,
      values: methods.getValues(),
    })
  })
  const forget = useEffectEvent(() => account && forgetDraft(account, offer))
  const wasDirty = useRef(false)

  useEffect(() => {
    // Saved or discarded.
    if (wasDirty.current && !isDirty) forget()
    wasDirty.current = isDirty
    if (!isDirty) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, pause)
    }
    const atOnce = () => keep()
    later()
    const stop = methods.subscribe({ formState: { values: true }, callback: later })
    window.addEventListener('pagehide', atOnce)
    return () => {
      stop()
      clearTimeout(timer)
      window.removeEventListener('pagehide', atOnce)
      atOnce()
    }
  }, [isDirty, methods])

  return {
    found,
    discard: () => {
      setAnswered(true)
      if (account) forgetDraft(account, offer)
    },
    restore: () => {
      if (!found) return
      setAnswered(true)
      saving.restore(found)
    },
  }
}
