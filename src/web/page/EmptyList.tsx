import { BoxRegular } from '@fluentui/react-icons/svg/box'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { StatePage } from '../ui/StatePage.tsx'

/** With `onClear`, the filters match nothing; without it, the list is empty. */
export type Empty = {
  title: string
  text: string
  icon?: ReactNode
  onClear?: (() => void) | undefined
  /** The words on the button that clears the filters. */
  clear?: string
}

type Props = { empty: Empty; isPastEnd: boolean; onFirstPage: () => void }

/** In place of a list's items: distinguishes an empty list, no matches and an empty page. */
export function EmptyList({ empty, isPastEnd, onFirstPage }: Props) {
  const { t } = useTranslation()
  const { title, text, icon = <BoxRegular />, onClear, clear = t('filter.clear') } = empty
  if (isPastEnd) {
    const action = <Button onClick={onFirstPage}>{t('emptyPage.action')}</Button>
    return <StatePage action={action} icon={icon} text={t('emptyPage.text')} title={t('emptyPage.title')} />
  }
  const action = onClear && <Button onClick={onClear}>{clear}</Button>
  return <StatePage action={action} icon={onClear ? <SearchRegular /> : icon} text={text} title={title} />
}
