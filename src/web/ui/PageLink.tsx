import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link, type LinkProps } from 'react-router'

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':active': { color: tokens.colorBrandForegroundLinkPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
})

/** A link to another address of this page. */
export function PageLink({ className, ...props }: LinkProps) {
  const styles = useStyles()
  return <Link {...props} className={mergeClasses(styles.link, className)} />
}
