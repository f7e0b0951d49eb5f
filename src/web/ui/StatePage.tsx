import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    minHeight: '320px',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground4, fontSize: '40px', lineHeight: '1' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  text: { margin: 0, maxWidth: '48ch', color: tokens.colorNeutralForeground3 },
  action: { marginTop: tokens.spacingVerticalS },
})

type Props = { icon: ReactNode; title: string; as?: 'h1' | 'h2'; text?: string; action?: ReactNode; urgent?: boolean }

/** In place of a page's content: empty, not found, not allowed or failed. */
export function StatePage({ icon, title, as: Heading = 'h2', text, action, urgent }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.root} role={urgent ? 'alert' : undefined}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
