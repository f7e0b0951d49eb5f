import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'
import { paths } from '../paths.ts'
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
    paddingInline: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    cursor: 'help',
    // Under the product's name, where its logo leaves room.
    '@media (max-width: 640px)': {
      padding: 0,
      border: 'none',
      marginInlineStart: '32px',
      fontSize: tokens.fontSizeBase100,
      lineHeight: tokens.lineHeightBase100,
    },
  },
  menus: { display: 'flex', marginInlineStart: 'auto', '@media print': { display: 'none' } },
})

export function TopBar() {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data: simulated } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.simulated })
  return (
    <header className={styles.root}>
      <div className={styles.brand}>
        <Link to={paths.offers} className={styles.product}>
          <img alt="" className={styles.logo} src="/favicon.svg" />
          {t('app')}
        </Link>
        {simulated && (
          <span className={styles.simulated} title={t('simulated.note')}>
            {t('simulated.mark')}
          </span>
        )}
      </div>
      <div className={styles.menus}>
        <TopMenu name="language" />
        <TopMenu name="theme" />
        <TopMenu name="account" />
      </div>
    </header>
  )
}
