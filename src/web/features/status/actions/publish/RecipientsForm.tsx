import { Field } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../../../contract/languages.ts'
import { sortedEmails } from '../../../../../contract/publish.ts'
import type { PublishCheck } from '../../../../../contract/publishCheck.ts'
import { withoutPolling } from '../../../../api/polled.ts'
import { sessionQuery } from '../../../../api/session.ts'
import { listed } from '../../../../i18n/format.ts'
import { languageName } from '../../../../i18n/language.ts'
import { focusField } from '../../../../ui/form/focusField.ts'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { ActionForm } from '../ActionForm.tsx'
import type { DialogProps, useAction } from '../useAction.ts'
import { UsedAddresses } from './UsedAddresses.tsx'
import { Warnings } from './Warnings.tsx'

const field = 'notification-emails'

type Props = DialogProps & { action: ReturnType<typeof useAction>; found: PublishCheck }

/** Who is notified and in which language, below what would make publishing fail. */
export function RecipientsForm({ action, found, name, onClose }: Props) {
  const { t, i18n } = useTranslation(['status', 'common'])
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const own = session?.account.email ?? ''
  const [typed, setTyped] = useState<string>()
  const [isTried, setTried] = useState(false)
  const [language, setLanguage] = useState(found.language ?? languageOf(i18n.language))
  const emails = typed ?? (found.addresses.join(', ') || own)
  const { addresses, invalid } = sortedEmails(emails)
  const fault =
    invalid.length > 0
      ? t('publish.invalidEmails', { count: invalid.length, addresses: listed(invalid, i18n.language) })
      : addresses.length === 0
        ? t('publish.noEmails')
        : undefined
  const mayFail = found.unfixed !== undefined || found.foreseen.length > 0

  function publish(form: HTMLFormElement) {
    setTried(true)
    if (fault) focusField(form, field)
    else action.send({ publish: { metadata: { [field]: addresses.join(','), language } } })
  }

  return (
    <ActionForm
      cancel={t('publish.dismiss')}
      confirm={mayFail ? t('publish.anyway') : t('action.publish')}
      onAskAgain={action.again}
      onClose={onClose}
      onConfirm={publish}
      outcome={action.outcome}
      permission={action.permission}
      title={t('publish.title')}
    >
      <Warnings found={found} />
      <span>{t('publish.text', { name })}</span>
      <TextField
        autoComplete="email"
        error={isTried ? fault : undefined}
        focusFirst
        label={t('publish.emails')}
        maxLength={2000}
        name={field}
        onChange={setTyped}
        value={emails}
      />
      <UsedAddresses
        addresses={[...new Set([own, ...found.remembered])].filter((each) => each && !addresses.includes(each))}
        onAdd={(address) => setTyped([...addresses, ...invalid, address].join(', '))}
      />
      <Field label={t('publish.language')}>
        {(control) => (
          <Select {...control} onChange={({ target }) => setLanguage(languageOf(target.value))} value={language}>
            {languages.map((each) => (
              <option key={each} lang={each} value={each}>
                {languageName(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ActionForm>
  )
}

const languageOf = (text: string): Language => languages.find((known) => known === text) ?? 'en-US'
