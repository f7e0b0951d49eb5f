import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sortedEmails } from '../../../contract/publish.ts'
import {
  mostContacts,
  ProfileChange,
  type PublisherProfile,
  publisherNameLength,
} from '../../../contract/publisherProfile.ts'
import { ApiError } from '../../api/http.ts'
import { saveProfile } from '../../api/members.ts'
import { useProblemWords } from '../../page/useProblemWords.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'
import { LanguageField } from './LanguageField.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  reason: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What was typed, and the version of the profile that it changes. Untouched fields follow the profile. */
type Typed = Partial<{ name: string; contacts: string; language: ProfileChange['language'] }> & { version?: number }

type Props = { profile: PublisherProfile; mayChange: boolean }

export function ProfileForm({ profile, mayChange }: Props) {
  const styles = useStyles()
  const { input } = useInputStyles()
  const { t } = useTranslation(['publisher', 'common'])
  const inWords = useProblemWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState<Typed>({})
  const [isTried, setTried] = useState(false)
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: (wanted: ProfileChange) => saveProfile(client, profile.id, wanted),
    onSuccess: () => setTyped({}),
  })
  const isDirty = Object.keys(typed).length > 0
  const name = typed.name ?? profile.name
  const contacts = typed.contacts ?? profile.contacts.join(', ')
  const language = typed.language ?? profile.language
  const { addresses, invalid } = sortedEmails(contacts)
  const isNameAllowed = ProfileChange.shape.name.safeParse(name).success
  const isNameWrong = isTried && !isNameAllowed
  const areWrong = isTried && (invalid.length > 0 || addresses.length > mostContacts)
  const isOvertaken = error instanceof ApiError && error.code === 'PreconditionFailed'

  function type(part: Typed) {
    if (isPending) return
    reset()
    setTyped({ version: profile.version, ...typed, ...part })
  }

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!mayChange || !isDirty || isPending) return
    setTried(true)
    const wanted = ProfileChange.safeParse({ name, contacts: addresses, language, version: typed.version })
    if (wanted.success && invalid.length === 0) mutate(wanted.data)
    else event.currentTarget.querySelector<HTMLElement>(isNameAllowed ? '[name=contacts]' : '[name=name]')?.focus()
  }

  return (
    <form className={styles.form} noValidate onSubmit={save}>
      {!mayChange && <p className={styles.reason}>{t('profile.ownersOnly')}</p>}
      <FieldFrame
        faults={isNameWrong && <span role="alert">{t('profile.wrongName')}</span>}
        help={t('profile.nameHelp')}
        isInvalid={isNameWrong}
        label={t('profile.name')}
        required={mayChange}
      >
        {(control) => (
          <input
            {...control}
            className={input}
            maxLength={publisherNameLength}
            name="name"
            onChange={({ target }) => type({ name: target.value })}
            readOnly={!mayChange}
            value={name}
          />
        )}
      </FieldFrame>
      <FieldFrame
        faults={
          areWrong && (
            <span role="alert">
              {invalid[0]
                ? t('profile.wrongContact', { address: invalid[0] })
                : t('profile.tooMany', { most: mostContacts })}
            </span>
          )
        }
        help={t('profile.contactsHelp')}
        isInvalid={areWrong}
        label={t('profile.contacts')}
      >
        {(control) => (
          <input
            {...control}
            className={input}
            name="contacts"
            onChange={({ target }) => type({ contacts: target.value })}
            readOnly={!mayChange}
            value={contacts}
          />
        )}
      </FieldFrame>
      <LanguageField
        help={t('profile.languageHelp')}
        isReadOnly={!mayChange}
        language={language}
        onChange={(language) => type({ language })}
      />
      <FieldFrame label={t('publisherId')}>
        {(control) => <input {...control} className={input} readOnly value={profile.id} />}
      </FieldFrame>
      {error && <span role="alert">{isOvertaken ? t('profile.overtaken') : inWords(error)}</span>}
      {mayChange && (
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={!isDirty || isPending} type="submit">
            {t('profile.save')}
          </Button>
          {isDirty && (
            <Button
              onClick={() => {
                reset()
                setTried(false)
                setTyped({})
              }}
            >
              {t('profile.discard')}
            </Button>
          )}
          <span role="status">{isSuccess && !isDirty && t('profile.saved')}</span>
        </div>
      )}
    </form>
  )
}
