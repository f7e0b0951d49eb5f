import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { ListName } from '../../../contract/offerList.ts'
import { repeated } from '../../api/actions.ts'
import { removeView, saveView, viewsQuery } from '../../api/views.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  set: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  mark: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginInlineEnd: 'auto' },
})

/** The views of a list that the account keeps, and a form to keep the present one. */
export function SavedViewList({ list }: { list: ListName }) {
  const styles = useStyles()
  const { t } = useTranslation('lists')
  const client = useQueryClient()
  const { search: address } = useLocation()
  const [name, setName] = useState('')
  const [isDefault, setDefault] = useState(false)
  const { data } = useQuery(viewsQuery)
  const views = data?.items.filter((view) => view.list === list) ?? []
  const save = useMutation({
    ...repeated,
    mutationFn: () => saveView(client, { list, name: name.trim(), search: withoutPage(address), isDefault }),
    onSuccess: () => setName(''),
  })
  const remove = useMutation({ ...repeated, mutationFn: (name: string) => removeView(client, { list, name }) })
  const isAsking = [save, remove].some(({ isPending, failureCount }) => isPending && failureCount > 0)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (name.trim()) save.mutate()
  }
  return (
    <div className={styles.set}>
      <h2 className={styles.title}>{t('view.saved')}</h2>
      {data && views.length === 0 && <span>{t('view.none')}</span>}
      <ul className={styles.list}>
        {views.map((view) => (
          <li key={view.name} className={styles.item}>
            <PageLink to={{ pathname: paths[list], search: view.search }}>{view.name}</PageLink>
            <span className={styles.mark}>{view.isDefault && t('view.isDefault')}</span>
            <Button
              appearance="subtle"
              aria-label={t('view.remove', { name: view.name })}
              icon={<Delete16Regular />}
              onClick={() => remove.mutate(view.name)}
              size="small"
            />
          </li>
        ))}
      </ul>
      <form className={styles.set} onSubmit={submit}>
        <Field label={t('view.name')}>
          <Input maxLength={60} onChange={(_, { value }) => setName(value)} value={name} />
        </Field>
        <Checkbox
          checked={isDefault}
          label={t('view.default')}
          onChange={(_, { checked }) => setDefault(checked === true)}
        />
        <Button disabledFocusable={!name.trim() || save.isPending} type="submit">
          {t('view.save')}
        </Button>
      </form>
      {isAsking && <span role="status">{t('view.asking')}</span>}
      {(save.isError || remove.isError) && <span role="alert">{t('view.failed')}</span>}
    </div>
  )
}

/** A view begins at its first page. */
function withoutPage(address: string) {
  const search = new URLSearchParams(address)
  search.delete('page')
  return search.toString()
}
