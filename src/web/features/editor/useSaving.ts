import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../contract/draft.ts'
import type { Place } from '../../../contract/fieldAddress.ts'
import type { OfferTypeForm } from '../../../contract/offers.ts'
import { saveMutation } from '../../api/draft.ts'
import type { OfferAddress } from '../../paths.ts'
import { useSaveKey } from '../../ui/useSaveKey.ts'
import { type Blocked, blockedIn } from './blocked.ts'
import { definitionOf, type FormValues, formValues, isSame } from './values.ts'

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
  const { mutate, isPending, error } = useMutation(saveMutation(client, offer))
  const [base, setBase] = useState(draft)
  const [found, setFound] = useState<readonly Blocked[]>([])
  const blocked = useMemo(() => new Map(found.map(({ path, code }) => [path, t(`blocked.${code}`)])), [found, t])
  const isDirty = methods.formState.isDirty

  function show(next: Draft) {
    setBase(next)
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    methods.reset(formValues(form, next.offer.definition, next.kept))
    focused?.focus()
  }

  function save() {
    if (isReadOnly || isPending || !isDirty) return
    const sent = structuredClone(methods.getValues())
    const wrong = blockedIn(form, sent)
    setFound(wrong)
    if (wrong[0]) return open({ target: wrong[0].target, values: { plan: wrong[0].plan ?? '' } })
    mutate(
      { offerTypeId, definition: definitionOf(form, sent), tag: base.tag },
      {
        // What was typed since stays, unsaved.
        onSuccess: (next) => (isSame(methods.getValues(), sent) ? show(next) : setBase(next)),
      },
    )
  }
  useSaveKey(save)

  return {
    base,
    blocked,
    isDirty,
    isSaving: isPending,
    error,
    submit: (event: FormEvent) => {
      event.preventDefault()
      save()
    },
    discard: () => {
      setFound([])
      show(base)
    },
  }
}
