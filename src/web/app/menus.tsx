import {
  Button,
  type ButtonProps,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languages } from '../../contract/publish.ts'
import { reading } from '../api/polled.ts'
import { sessionQuery, switchAccount } from '../api/session.ts'
import { languageNames, rememberLanguage } from '../i18n/language.ts'
import type { MenuName } from './TopMenu.tsx'
import { chooseTheme, themeChoices, useThemeChoice } from './theme.ts'

const useStyles = makeStyles({
  about: { padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`, maxWidth: '320px' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** A menu that opens as soon as it is there. */
export function OpenMenu({ name, button }: { name: MenuName; button: ButtonProps }) {
  const Items = items[name]
  return (
    <Menu defaultOpen positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} />
      </MenuTrigger>
      <MenuPopover>
        <Items />
      </MenuPopover>
    </Menu>
  )
}

function LanguageItems() {
  const { i18n } = useTranslation()
  return (
    <MenuList
      checkedValues={{ language: [i18n.language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const language = languages.find((known) => known === checkedItems[0])
        if (!language) return
        rememberLanguage(language)
        void i18n.changeLanguage(language)
      }}
    >
      {languages.map((language) => (
        <MenuItemRadio key={language} name="language" value={language} lang={language}>
          {languageNames[language]}
        </MenuItemRadio>
      ))}
    </MenuList>
  )
}

function ThemeItems() {
  const { t } = useTranslation()
  const choice = useThemeChoice()
  return (
    <MenuList
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = themeChoices.find((known) => known === checkedItems[0])
        if (chosen) chooseTheme(chosen)
      }}
    >
      {themeChoices.map((theme) => (
        <MenuItemRadio key={theme} name="theme" value={theme}>
          {t(`theme.${theme}`)}
        </MenuItemRadio>
      ))}
    </MenuList>
  )
}

function AccountItems() {
  const styles = useStyles()
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: session } = useQuery({ ...sessionQuery, ...reading })
  const change = useMutation({ mutationFn: (accountId: string) => switchAccount(client, accountId) })
  if (!session) return null
  const { account, accounts, publishers } = session
  return (
    <MenuList
      checkedValues={{ account: [account.id] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && change.mutate(checkedItems[0])}
    >
      <div className={styles.about}>
        <span className={styles.name}>{account.name}</span>
        <span className={styles.small}>{account.email}</span>
        {publishers.map(({ id, name, role }) => (
          <span key={id} className={styles.small}>
            {t('role.at', { publisher: name, role: t(`role.${role}`) })}
          </span>
        ))}
        {session.simulated && <span className={styles.small}>{t('simulated.note')}</span>}
        {change.isError && <span role="alert">{t('menu.switchFailed')}</span>}
      </div>
      {accounts.length > 0 && (
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
    </MenuList>
  )
}

const items = { language: LanguageItems, theme: ThemeItems, account: AccountItems } as const
