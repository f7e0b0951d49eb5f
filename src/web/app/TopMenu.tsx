import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DarkTheme20Regular } from '@fluentui/react-icons/svg/dark-theme'
import { LocalLanguage20Regular } from '@fluentui/react-icons/svg/local-language'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { languageName } from '../i18n/language.ts'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../ui/Lazy.tsx'
import type { MenuName } from './menus.tsx'
import { useToast } from './toaster/toast.ts'

const useStyles = makeStyles({
  button: {
    minWidth: '32px',
    fontWeight: 'normal',
    '@media (max-width: 860px)': { fontSize: 0, gap: 0 },
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalS },
    '@media (max-width: 380px)': { paddingInline: tokens.spacingHorizontalXS },
  },
  // Its name arrives with the session and moves its neighbours little; its text ends where the page's content does.
  account: { '@media (min-width: 861px)': { minWidth: '112px', justifyContent: 'flex-end', whiteSpace: 'nowrap' } },
  // Its label has the whole of a long name.
  value: { maxWidth: '240px', overflow: 'hidden', textOverflow: 'ellipsis' },
})
const menu = lazyCode(
  () => import('./menus.tsx'),
  ({ OpenMenu }) => OpenMenu,
)
const icons = { language: LocalLanguage20Regular, theme: DarkTheme20Regular, account: Person20Regular }

/** A button of the top bar. The code of its menu is fetched on hover, focus or click. */
export function TopMenu({ name }: { name: MenuName }) {
  const styles = useStyles()
  const { t, i18n } = useTranslation()
  const [opened, setOpened] = useState(false)
  const { data: account } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.account.name })
  const Icon = icons[name]
  const values = { language: languageName(i18n.language), theme: undefined, account }
  const value = values[name]
  const button = {
    appearance: 'subtle',
    className: mergeClasses(styles.button, name === 'account' && styles.account),
    icon: <Icon />,
    'aria-label': value ? t('menu.named', { menu: t(`menu.${name}`), value }) : t(`menu.${name}`),
    'aria-haspopup': 'menu',
    children: value ? <span className={styles.value}>{value}</span> : t(`menu.${name}`),
  } as const
  const closed = (
    <Button {...button} onClick={() => setOpened(true)} onFocus={menu.preload} onPointerEnter={menu.preload} />
  )
  if (!opened) return closed
  return (
    <ErrorBoundary fallback={(_, retry) => <FailedMenu button={button} onRetry={retry} />}>
      <Lazy code={menu} props={{ name, button }} fallback={closed} />
    </ErrorBoundary>
  )
}

/** Tells that the menu could not be fetched; pressed again, the button fetches it again. */
function FailedMenu({ button, onRetry }: { button: ButtonProps; onRetry: () => void }) {
  const tell = useToast()
  useEffect(() => tell({ id: 'menu', kind: 'notFetched' }), [tell])
  return <Button {...button} onClick={onRetry} />
}
