import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NewToken, tokenNameLength } from '../../../contract/account.ts'
import { roles, type Session } from '../../../contract/session.ts'
import { createToken } from '../../api/account.ts'
import { isLost } from '../../api/http.ts'
import { Failure } from '../../page/Failure.tsx'
import { ConfirmForm } from '../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../ui/dialogs/DialogFrame.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'
import { Select } from '../../ui/Select.tsx'
import { CreatedToken } from './CreatedToken.tsx'

const lives = [7, 30, 90, 365] as const

type Props = { publishers: Session['publishers']; onClose: () => void }

/** Asks what the token is for, then shows it this once. */
export function NewTokenDialog({ publishers, onClose }: Props) {
  const client = useQueryClient()
  const create = useMutation({ mutationFn: (wanted: NewToken) => createToken(client, wanted) })
  return (
    <DialogFrame onClose={onClose}>
      {create.data ? (
        <CreatedToken created={create.data} onClose={onClose} />
      ) : (
        <TokenForm
          error={create.error}
          isPending={create.isPending}
          onClose={onClose}
          onCreate={create.mutate}
          publishers={publishers}
        />
      )}
    </DialogFrame>
  )
}

type FormProps = Props & { error: unknown; isPending: boolean; onCreate: (wanted: NewToken) => void }

function TokenForm({ publishers, error, isPending, onCreate, onClose }: FormProps) {
  const { input } = useInputStyles()
  const { t } = useTranslation(['account', 'common'])
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const [publisherId, setPublisherId] = useState(publishers[0]?.id ?? '')
  const [chosen, setChosen] = useState('reader')
  const [days, setDays] = useState(90)
  const own = publishers.find(({ id }) => id === publisherId)?.role ?? 'reader'
  const possible = roles.slice(roles.indexOf(own))
  const role = possible.find((known) => known === chosen) ?? 'reader'
  const isNameless = isTried && !name.trim()

  function submit(form: HTMLFormElement) {
    setTried(true)
    if (name.trim()) onCreate({ name: name.trim(), publisherId, role, days })
    else form.querySelector('input')?.focus()
  }

  return (
    <ConfirmForm
      cancel={t('form.cancel')}
      confirm={t('form.create')}
      onClose={onClose}
      onConfirm={submit}
      pending={isPending}
      title={t('form.title')}
    >
      <FieldFrame
        faults={isNameless && <span role="alert">{t('form.nameless')}</span>}
        help={t('form.nameHelp')}
        isInvalid={isNameless}
        label={t('form.name')}
        required
      >
        {(control) => (
          <input
            {...control}
            className={input}
            maxLength={tokenNameLength}
            onChange={({ target }) => setName(target.value)}
            value={name}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('common:filter.publisher')}>
        {(control) => (
          <Select {...control} onChange={({ target }) => setPublisherId(target.value)} value={publisherId}>
            {publishers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <FieldFrame label={t('form.role')}>
        {(control) => (
          <Select {...control} onChange={({ target }) => setChosen(target.value)} value={role}>
            {possible.map((known) => (
              <option key={known} value={known}>
                {t(`common:role.${known}`)}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <FieldFrame label={t('form.days')}>
        {(control) => (
          <Select {...control} onChange={({ target }) => setDays(Number(target.value))} value={days}>
            {lives.map((count) => (
              <option key={count} value={count}>
                {t('form.dayCount', { count })}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      {isLost(error) ? <span role="alert">{t('form.lost')}</span> : <Failure error={error} />}
    </ConfirmForm>
  )
}
