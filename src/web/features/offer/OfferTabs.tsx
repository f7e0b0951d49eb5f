import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import type { OfferAddress } from '../../paths.ts'
import { paths } from '../../paths.ts'

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

const tabs = { status: paths.status, editor: paths.editor, history: paths.offerHistory } as const

const tabNames = ['status', 'editor', 'history'] as const

/** The tabs are addresses, and keep the way back to the list. */
export function OfferTabs({ offer: { publisherId, offerId } }: { offer: OfferAddress }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const { state } = useLocation()
  return (
    <nav aria-label={t('offer.tabs')}>
      <ul className={styles.list}>
        {tabNames.map((tab) => (
          <li key={tab}>
            <NavLink
              className={({ isActive }) => mergeClasses(styles.tab, isActive && styles.current)}
              state={state}
              to={tabs[tab](publisherId, offerId)}
            >
              {t(`offer.tab.${tab}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
