import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ApiError } from '../../api/http.ts'
import { createMutation } from '../../api/newOffer.ts'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { useProblemWords } from '../../page/useProblemWords.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useOfferTypeName } from '../../words/offerType.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '560px',
    marginTop: tokens.spacingVerticalM,
  },
  button: { alignSelf: 'flex-start' },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})

/** The text of a form's field. */
const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50)

/** Makes an offer of a type, or a copy of the one that the address names. */
export function NewOfferPage() {
  const styles = useStyles()
  const inputs = useInputStyles()
  const { t } = useTranslation(['editor', 'offers'])
  const typeName = useOfferTypeName()
  const inWords = useProblemWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: session, error: loadError, refetch } = useQuery({ ...sessionQuery, ...withoutPolling })
  const { mutate, isPending, failureCount, error } = useMutation(createMutation(useQueryClient()))
  const last = useRef({ body: '', key: '' })
  const [name, setName] = useState('')
  const [typedId, setTypedId] = useState<string>()
  const copyOf = search.get('copyOf') ?? undefined
  const publishers = session?.publishers.filter(({ role }) => role !== 'reader') ?? []
  const wrong = error instanceof ApiError ? wrongIn(error) : undefined

  if (!session && loadError) return <LoadProblem error={loadError} onRetry={() => void refetch()} />

  function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const source = copyOf ? { copyOf } : { offerTypeId: textIn(form, 'type') }
    const offer = {
      publisherId: textIn(form, 'publisher'),
      id: textIn(form, 'id'),
      name: textIn(form, 'name'),
      ...source,
    }
    const body = JSON.stringify(offer)
    // The same offer again is the same request, whose answer may have been lost.
    if (last.current.body !== body) last.current = { body, key: crypto.randomUUID() }
    mutate(
      { ...offer, key: last.current.key },
      { onSuccess: ({ publisherId, id }) => void navigate(paths.editor(publisherId, id)) },
    )
  }

  if (session && publishers.length === 0)
    return (
      <>
        <PageTitle page={t('new.title')} />
        <PageHeader text={t('offers:offers.reader')} title={t('new.title')} />
      </>
    )
  return (
    <>
      <PageTitle page={t('new.title')} />
      <PageHeader text={copyOf && t('new.copyOf', { id: copyOf })} title={t('new.title')} />
      <form className={styles.form} onSubmit={create}>
        <FieldFrame label={t('new.publisher')} required>
          {(control) => (
            <select
              {...control}
              key={publishers.length}
              className={inputs.input}
              defaultValue={search.get('publisher') ?? undefined}
              name="publisher"
            >
              {publishers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        {!copyOf && (
          <FieldFrame label={t('new.type')} required>
            {(control) => (
              <select {...control} className={inputs.input} name="type">
                {session?.offerTypes.map(({ id, displayText }) => (
                  <option key={id} value={id}>
                    {typeName(id, displayText)}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        )}
        <FieldFrame
          faults={wrong === 'name' && t('blocked.name')}
          isInvalid={wrong === 'name'}
          label={t('new.name')}
          required
        >
          {(control) => (
            <input
              {...control}
              className={inputs.input}
              maxLength={50}
              name="name"
              onChange={({ target }) => setName(target.value)}
              value={name}
            />
          )}
        </FieldFrame>
        <FieldFrame
          faults={(wrong === 'invalid' || wrong === 'taken') && t(`new.${wrong}`)}
          help={t('new.idHelp')}
          isInvalid={wrong === 'invalid' || wrong === 'taken'}
          label={t('new.id')}
          required
        >
          {(control) => (
            <input
              {...control}
              className={inputs.input}
              maxLength={50}
              name="id"
              onChange={({ target }) => setTypedId(target.value)}
              spellCheck={false}
              value={typedId ?? slugOf(name)}
            />
          )}
        </FieldFrame>
        {error && !wrong && (
          <p className={styles.problem} role="alert">
            {inWords(error)}
          </p>
        )}
        {isPending && failureCount > 0 && <span role="status">{t('state.asking')}</span>}
        <Button appearance="primary" className={styles.button} disabledFocusable={isPending} type="submit">
          {t('new.create')}
        </Button>
      </form>
    </>
  )
}

/** The field that the service refused. */
function wrongIn({ code, details }: ApiError) {
  if (code === 'InvalidResourceId') return 'taken'
  return details.some(({ target }) => target === 'id')
    ? 'invalid'
    : details.some(({ target }) => target === 'name')
      ? 'name'
      : undefined
}
