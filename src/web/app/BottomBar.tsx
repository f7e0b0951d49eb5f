import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    borderTop: `1px solid ${tokens.colorStatusWarningBorder1}`,
    '@media print': { display: 'none' },
  },
})

type Props = { icon: ReactNode; text: string; role: 'alert' | 'status'; children: ReactNode }

/** At the lower edge, so that nothing on the page moves and its content stays readable. */
export function BottomBar({ icon, text, role, children }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.bar} role={role}>
      {icon}
      <span>{text}</span>
      {children}
    </div>
  )
}
