import { makeStyles, tokens } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { useTranslation } from 'react-i18next'
import { Filled, slot } from '../../../i18n/Filled.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { hostOf, isReviewItem } from './outside.ts'

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  icon: { verticalAlign: 'text-bottom', marginInlineStart: tokens.spacingHorizontalXXS },
  host: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type Props = { href: string; text?: string; label?: string }

/** Leads out of this page, into a tab of its own that cannot reach back, and tells where to (D16). */
export function OutsideLink({ href, text, label }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['status', 'common'])
  const host = hostOf(href)
  if (!host) return <span>{text ?? href}</span>
  const name = label ?? t(isReviewItem(href) ? 'link.review' : 'link.external')
  return (
    <span>
      <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
        {text && text !== href && text !== name ? (
          <Filled text={t('link.named', { kind: name, name: slot })}>
            <span lang="en">{text}</span>
          </Filled>
        ) : (
          name
        )}
        <Open16Regular aria-hidden className={styles.icon} />
        <VisuallyHidden> {t('common:newTab')}</VisuallyHidden>
      </a>{' '}
      <span className={styles.host}>{host}</span>
    </span>
  )
}
