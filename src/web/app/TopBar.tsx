import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SimulatedMark } from '../page/SimulatedMark.tsx'
import { paths } from '../paths.ts'
import { Logo } from './Logo.tsx'
import { Bell } from './later.tsx'
import { TopMenu } from './TopMenu.tsx'

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { position: 'static', minHeight: '56px', paddingInline: tokens.spacingHorizontalM },
    '@media print': { position: 'static' },
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase300 },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 640px)': { flexDirection: 'column', alignItems: 'flex-start', gap: 0, paddingBlock: '6px' },
  },
  logo: { width: '24px', height: '24px', flexShrink: 0 },
  simulated: {
    // Under the product's name, where its logo leaves room.
    '@media (max-width: 640px)': {
      padding: 0,
      border: 'none',
      marginInlineStart: '32px',
      fontSize: tokens.fontSizeBase100,
      lineHeight: tokens.lineHeightBase100,
    },
  },
  // The bell comes late.
  bell: { minWidth: '32px' },
  menus: { display: 'flex', marginInlineStart: 'auto', '@media print': { display: 'none' } },
})

export function TopBar() {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <header className={styles.root}>
      <div className={styles.brand}>
        <Link to={paths.offers} className={styles.product}>
          <Logo className={styles.logo} />
          {t('app')}
        </Link>
        <SimulatedMark everywhere className={styles.simulated} />
      </div>
      <div className={styles.menus}>
        <div className={styles.bell}>
          <Bell />
        </div>
        <TopMenu name="language" />
        <TopMenu name="theme" />
        <TopMenu name="account" />
      </div>
    </header>
  )
}
