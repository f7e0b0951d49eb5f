import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useCallback, useState } from 'react'
import { NavigationType, useNavigationType } from 'react-router'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  text: { flexBasis: '100%', minWidth: 0, margin: 0, color: tokens.colorNeutralForeground3 },
})

type Props = { title: ReactNode; text?: ReactNode; children?: ReactNode }

/** A page's name. After a link, the page begins at its top; when the link has disappeared, the name takes the focus. */
export function PageHeader({ title, text, children }: Props) {
  const styles = useStyles()
  const type = useNavigationType()
  // Only when the page begins: later changes of the address, such as a filter, leave focus and scroll position alone.
  const [followed] = useState(type === NavigationType.Push)
  const arrive = useCallback(
    (heading: HTMLHeadingElement | null) => {
      if (!heading || !followed) return
      document.documentElement.scrollTop = 0
      if (!document.activeElement || document.activeElement === document.body) heading.focus({ preventScroll: true })
    },
    [followed],
  )
  return (
    <header className={styles.root}>
      <h1 ref={arrive} className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      {children}
      {text && <p className={styles.text}>{text}</p>}
    </header>
  )
}
