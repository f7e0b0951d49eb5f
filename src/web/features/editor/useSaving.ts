import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../contract/draft.ts'
import type { Place } from '../../../contract/fieldAddress.ts'
import type { Definition, OfferTypeForm } from '../../../contract/offers.ts'
import { presentDraft, saveMutation } from '../../api/draft.ts'
import { ApiError, isLost } from '../../api/http.ts'
import type { OfferAddress } from '../../paths.ts'
import { useSaveKey } from '../../ui/useSaveKey.ts'
import { type Blocked, blockedIn } from './blocked.ts'
import type { Conflict } from './conflict/conflict.ts'
import { changesOf } from './conflict/merge.ts'
import { countSecrets, definitionOf, type FormValues, formValues, isSame } from './values.ts'

type Options = {
  offer: OfferAddress
  offerType: OfferTypeForm
  draft: Draft
  methods: UseFormReturn<FormValues>
  isReadOnly: boolean
  open: (place: Place) => void
}

export type Saving = ReturnType<typeof useSaving>

/** Saves what the form holds over the draft that it began with. */
export function useSaving({ offer, offerType, draft, methods, isReadOnly, open }: Options) {
  const { form, id: offerTypeId } = offerType
  const { t } = useTranslation('editor')
  const client = useQueryClient()
  const { mutate, isPending, error, failureCount, variables } = useMutation(saveMutation(client, offer))
  const [base, setBase] = useState(draft)
  const [theirs, setTheirs] = useState<{ draft: Draft; conflict: Conflict }>()
  const [isDropped, setDropped] = useState(false)
  const [found, setFound] = useState<readonly Blocked[]>([])
  const blocked = useMemo(() => new Map(found.map(({ path, code }) => [path, t(`blocked.${code}`)])), [found, t])
  const isDirty = methods.formState.isDirty
  const unanswered = isLost(error) ? variables : undefined

  function show(next: Draft) {
    setBase(next)
    setTheirs(undefined)
    setFound([])
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    methods.reset(formValues(form, next.offer.definition, next.kept))
    focused?.focus()
  }

  function send(definition: Definition, over: Draft) {
    const sent = structuredClone(methods.getValues())
    const { tag } = over
    // The same save as the one whose answer was lost is the same request.
    const isAgain = unanswered?.tag === tag && isSame(unanswered.definition, definition)
    mutate(
      { offerTypeId, definition, tag, key: isAgain ? unanswered.key : crypto.randomUUID() },
      {
        // What was typed since stays, unsaved.
        onSuccess: (next) => {
          const now = formValues(form, next.offer.definition, next.kept)
          setDropped(countSecrets(now) < countSecrets(sent))
          if (isSame(methods.getValues(), sent)) show(next)
          else setBase(next)
        },
        onError: (error) => error instanceof ApiError && error.status === 412 && void compare(definition, over),
      },
    )
  }

  /** Somebody else saved the draft, or an answer to this save was lost before. */
  async function compare(mine: Definition, over: Draft) {
    const next = await presentDraft(client, offer)
    const definition = next.offer.definition
    if (changesOf(definition, mine).length === 0) return show(next)
    const conflict = { base: over.offer.definition, mine, theirs: definition, saved: next.saved }
    setTheirs({ draft: next, conflict })
  }

  function save() {
    if (isReadOnly || isPending || !isDirty) return
    const values = methods.getValues()
    const [first, ...others] = blockedIn(form, values)
    setFound(first ? [first, ...others] : [])
    if (first) return open({ target: first.target, values: { plan: first.plan ?? '' } })
    send(definitionOf(form, values), base)
  }
  useSaveKey(save)

  return {
    base,
    blocked,
    isDirty,
    isSaving: isPending,
    /** The last save left out a secret that was kept before: its address changed. */
    isDropped,
    /** An answer was lost, and the service is asked again. */
    isAsking: isPending && failureCount > 0,
    /** A conflict says itself what went wrong. */
    error: theirs ? null : error,
    conflict: theirs?.conflict,
    merge: (definition: Definition) => theirs && send(definition, theirs.draft),
    takeTheirs: () => theirs && show(theirs.draft),
    submit: (event: FormEvent) => {
      event.preventDefault()
      save()
    },
    discard: () => show(base),
    /** Brings back what was typed over an earlier state of the draft. */
    restore: ({ tag, base: definition, values }: { tag: string; base: Definition; values: FormValues }) => {
      setBase({ ...base, tag, offer: { ...base.offer, definition } })
      methods.reset(formValues(form, definition, base.kept))
      methods.reset(values, { keepDefaultValues: true })
    },
  }
}
