import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { deleteMutation } from '../../api/newOffer.ts'
import { useProblemWords } from '../../page/useProblemWords.ts'
import { type OfferAddress, paths } from '../../paths.ts'
import { ConfirmForm } from '../../ui/dialogs/ConfirmForm.tsx'
import { DialogButton } from '../../ui/dialogs/DialogButton.tsx'
import { DialogFrame } from '../../ui/dialogs/DialogFrame.tsx'

/** Deletes an offer that was never published, after a question. */
export function DeleteButton({ offer, name }: { offer: OfferAddress; name: string }) {
  const { t } = useTranslation('editor')
  const inWords = useProblemWords()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, isPending, error } = useMutation(deleteMutation(useQueryClient(), offer))
  return (
    <>
      <DialogButton onClick={() => setOpen(true)}>{t('delete.label')}</DialogButton>
      {isOpen && (
        <DialogFrame onClose={() => setOpen(false)}>
          <ConfirmForm
            cancel={t('delete.keep')}
            confirm={t('delete.label')}
            isFinal
            onClose={() => setOpen(false)}
            onConfirm={() => mutate(key, { onSuccess: () => void navigate(paths.offers, { replace: true }) })}
            pending={isPending}
            title={t('delete.title')}
          >
            <span>{t('delete.text', { name })}</span>
            {error && <span role="alert">{inWords(error)}</span>}
          </ConfirmForm>
        </DialogFrame>
      )}
    </>
  )
}
