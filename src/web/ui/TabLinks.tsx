import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { NavLink, useLocation } from 'react-router'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  tab: {
    display: 'block',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalMNudge}`,
    marginBottom: '-1px',
    borderBottom: '2px solid transparent',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Forced colours paint transparent borders too.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas', ':hover': { borderBottomColor: 'CanvasText' } },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight', ':hover': { borderBottomColor: 'Highlight' } },
  },
})

type Props = { label: string; tabs: readonly { name: string; to: string }[] }

/** Tabs that are addresses. They keep the state of the address, such as the way back to a list. */
export function TabLinks({ label, tabs }: Props) {
  const styles = useStyles()
  const { state } = useLocation()
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {tabs.map(({ name, to }) => (
          <li key={to}>
            <NavLink
              className={({ isActive }) => mergeClasses(styles.tab, isActive && styles.current)}
              state={state}
              to={to}
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
