import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventTypes } from '../../../contract/history.ts'
import { type Webhook, type WebhookPlan, webhookAddressLength, webhookNameLength } from '../../../contract/webhooks.ts'
import { ConfirmForm } from '../../ui/dialogs/ConfirmForm.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'
import { CheckField } from './CheckField.tsx'
import { EventChoice } from './EventChoice.tsx'

type Props = {
  before: Webhook | undefined
  title: string
  isPending: boolean
  /** Why the service refuses the address. */
  refused: string | undefined
  onSubmit: (plan: WebhookPlan) => void
  onClose: () => void
  children: ReactNode
}

/** Name, address and events of a webhook. */
export function WebhookForm({ before, title, isPending, refused, onSubmit, onClose, children }: Props) {
  const { input } = useInputStyles()
  const { t } = useTranslation('webhooks')
  const [name, setName] = useState(before?.name ?? '')
  const [address, setAddress] = useState(before?.address ?? 'https://')
  const [types, setTypes] = useState(() => before?.types && eventTypes.filter((type) => before.types?.includes(type)))
  const [enabled, setEnabled] = useState(before?.enabled ?? true)
  const [isTried, setTried] = useState(false)
  const isNameless = isTried && !name.trim()
  const isAddressless = isTried && !isAddress(address)
  const isEventless = isTried && types?.length === 0
  const addressFault = isAddressless ? t('form.addressless') : refused

  function submit(form: HTMLFormElement) {
    setTried(true)
    if (name.trim() && isAddress(address) && types?.length !== 0)
      onSubmit({ name: name.trim(), address: address.trim(), ...(types && { types }), enabled })
    else queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"], [type="checkbox"]')?.focus())
  }

  return (
    <ConfirmForm
      cancel={t('form.cancel')}
      confirm={t(before ? 'form.save' : 'form.create')}
      onClose={onClose}
      onConfirm={submit}
      pending={isPending}
      title={title}
    >
      <FieldFrame
        faults={isNameless && <span role="alert">{t('form.nameless')}</span>}
        isInvalid={isNameless}
        label={t('form.name')}
        required
      >
        {(control) => (
          <input
            {...control}
            className={input}
            maxLength={webhookNameLength}
            onChange={({ target }) => setName(target.value)}
            value={name}
          />
        )}
      </FieldFrame>
      <FieldFrame
        faults={addressFault && <span role="alert">{addressFault}</span>}
        help={t('form.addressHelp')}
        isInvalid={Boolean(addressFault)}
        label={t('address')}
        required
      >
        {(control) => (
          <input
            {...control}
            className={input}
            maxLength={webhookAddressLength}
            onChange={({ target }) => setAddress(target.value)}
            type="url"
            value={address}
          />
        )}
      </FieldFrame>
      <EventChoice isInvalid={isEventless} onChange={setTypes} types={types} />
      {before && (
        <CheckField isChecked={enabled} onChange={setEnabled}>
          {t('form.enabled')}
        </CheckField>
      )}
      {children}
    </ConfirmForm>
  )
}

/** The service decides whether it is allowed. */
const isAddress = (text: string) => /^https?:\/\/./i.test(text.trim()) && URL.canParse(text.trim())
