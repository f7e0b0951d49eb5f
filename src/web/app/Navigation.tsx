import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AppsList20Regular } from '@fluentui/react-icons/svg/apps-list'
import { History20Regular } from '@fluentui/react-icons/svg/history'
import { TaskListLtr20Regular } from '@fluentui/react-icons/svg/task-list-ltr'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { sessionQuery } from '../api/session.ts'
import { paths } from '../paths.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    width: '208px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 640px)': {
      width: 'auto',
      paddingBlock: tokens.spacingVerticalXS,
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '@media print': { display: 'none' },
  },
  list: {
    position: 'sticky',
    top: '60px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 640px)': { position: 'static', flexDirection: 'row', flexWrap: 'wrap' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    paddingInline: tokens.spacingHorizontalMNudge,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    // Four languages fit a phone in one line.
    '@media (max-width: 480px)': {
      gap: tokens.spacingHorizontalXS,
      paddingInline: tokens.spacingHorizontalS,
      fontSize: tokens.fontSizeBase200,
    },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandBackground}`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ':hover': { backgroundColor: 'Highlight', color: 'HighlightText' },
    },
  },
  label: { flexGrow: 1, overflowWrap: 'break-word' },
  // On narrow screens the words need the room.
  icon: { flexShrink: 0, '@media (max-width: 480px)': { display: 'none' } },
  count: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    minWidth: '20px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
  },
})

const pages = [
  { name: 'offers', to: paths.offers, Icon: AppsList20Regular },
  { name: 'approvals', to: paths.approvals, Icon: TaskListLtr20Regular },
  { name: 'history', to: paths.history, Icon: History20Regular },
] as const

/** The shell polls the session for the number of offers that wait for the publisher. */
export function Navigation() {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data: waiting = 0 } = useQuery({ ...sessionQuery, select: (session) => session.waiting })
  return (
    <nav className={styles.root} aria-label={t('nav.label')}>
      <ul className={styles.list}>
        {pages.map(({ name, to, Icon }) => (
          <li key={name}>
            <NavLink to={to} className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}>
              <Icon aria-hidden className={styles.icon} />
              <span className={styles.label}>{t(`nav.${name}`)}</span>
              {name === 'approvals' && waiting > 0 && (
                <span className={styles.count} role="img" aria-label={t('nav.waiting', { count: waiting })}>
                  {waiting}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
