import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { languages } from '../../contract/languages.ts'
import { signOut } from '../api/account.ts'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery, switchAccount } from '../api/session.ts'

import { languageName, rememberLanguage } from '../i18n/language.ts'
import { chooseTimeZone, timeZones } from '../i18n/timeZone.ts'
import { useInstance } from '../i18n/useInstance.ts'
import { useTimeZone } from '../i18n/useTimeZone.ts'
import { switchLanguage } from '../i18n/words.ts'
import { useProblemWords } from '../page/useProblemWords.ts'
import { paths } from '../paths.ts'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import { chooseTheme, themeChoices, useThemeChoice } from './theme.ts'
import { useToast } from './toaster/toast.ts'

export type MenuName = 'language' | 'theme' | 'account'

const useStyles = makeStyles({
  about: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    maxWidth: '320px',
    overflowWrap: 'anywhere',
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type FrameProps = {
  button: ButtonProps
  /** The chosen entry of each group. */
  chosen: Record<string, string>
  onChoose: (value: string) => void
  children: ReactNode
}

/** A menu that opens when its code is loaded, with one chosen entry in each group. */
function Frame({ button, chosen, onChoose, children }: FrameProps) {
  return (
    <Menu
      checkedValues={Object.fromEntries(Object.entries(chosen).map(([group, value]) => [group, [value]]))}
      defaultOpen
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && onChoose(checkedItems[0])}
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  )
}

function LanguageMenu({ button }: { button: ButtonProps }) {
  const { t } = useTranslation()
  const i18n = useInstance()
  const tell = useToast()
  const timeZone = useTimeZone()
  function choose(value: string) {
    const zone = timeZones.find((known) => known === value)
    if (zone) chooseTimeZone(zone)
    const language = languages.find((known) => known === value)
    if (!language) return
    switchLanguage(i18n, language).then(
      () => rememberLanguage(language),
      () => tell({ id: 'language', kind: 'notFetched' }),
    )
  }
  return (
    <Frame button={button} chosen={{ language: i18n.language, timeZone }} onChoose={choose}>
      {languages.map((language) => (
        <MenuItemRadio key={language} name="language" value={language} lang={language}>
          {languageName(language)}
        </MenuItemRadio>
      ))}
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t('timeZone.label')}</MenuGroupHeader>
        {timeZones.map((zone) => (
          <MenuItemRadio key={zone} name="timeZone" value={zone}>
            {t(`timeZone.${zone}`, { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </Frame>
  )
}

function ThemeMenu({ button }: { button: ButtonProps }) {
  const { t } = useTranslation()
  function choose(value: string) {
    const theme = themeChoices.find((known) => known === value)
    if (theme) void chooseTheme(theme)
  }
  return (
    <Frame button={button} chosen={{ theme: useThemeChoice() }} onChoose={choose}>
      {themeChoices.map((theme) => (
        <MenuItemRadio key={theme} name="theme" value={theme}>
          {t(`theme.${theme}`)}
        </MenuItemRadio>
      ))}
    </Frame>
  )
}

function AccountMenu({ button }: { button: ButtonProps }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const navigate = useNavigate()
  const inWords = useProblemWords()
  const leave = useMutation({ mutationFn: () => signOut({ everywhere: false }) })
  const change = useMutation({ mutationFn: (accountId: string) => switchAccount(client, accountId) })
  const { account, accounts = [], publishers = [] } = session ?? {}
  return (
    <Frame button={button} chosen={{ account: account?.id ?? '' }} onChoose={(id) => change.mutate(id)}>
      <div className={styles.about}>
        <span className={styles.name}>{account?.name}</span>
        <span className={styles.small}>{account?.email}</span>
        {publishers.map(({ id, name, role }) => (
          <span key={id} className={styles.small}>
            {t('role.at', { publisher: name, role: t(`role.${role}`) })}
          </span>
        ))}
        {session?.simulated && <span className={styles.small}>{t('simulated.note')}</span>}
        {change.isError && <span role="alert">{t('menu.switchFailed')}</span>}
      </div>
      <MenuDivider />
      {publishers.length > 0 && (
        <MenuItem onClick={() => navigate(publishers[1] ? paths.publishers : paths.users(publishers[0]!.id))}>
          {t('menu.publishers')}
        </MenuItem>
      )}
      <MenuItem onClick={() => navigate(paths.account)}>{t('menu.manage')}</MenuItem>
      {session?.signsIn && (
        <MenuItem persistOnClick onClick={() => leave.mutate()}>
          {t('menu.signOut')}
        </MenuItem>
      )}
      {leave.isError && <span role="alert">{inWords(leave.error)}</span>}
      {account && accounts.length > 0 && (
        <>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('menu.switchAccount')}</MenuGroupHeader>
            {[account, ...accounts.filter(({ id }) => id !== account.id)].map(({ id, name }) => (
              <MenuItemRadio key={id} name="account" value={id}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </>
      )}
    </Frame>
  )
}

const menus = { language: LanguageMenu, theme: ThemeMenu, account: AccountMenu } as const

export function OpenMenu({ name, button }: { name: MenuName; button: ButtonProps }) {
  const Named = menus[name]
  return <Named button={button} />
}
