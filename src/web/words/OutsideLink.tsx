import { makeStyles, tokens } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons/svg/open'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { slot, TextAround } from '../i18n/TextAround.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
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

type Props = { href: string; text?: string; label?: ReactNode }

/**
 * Opens another site in a new tab without access to this page, and shows the host (D16). It is used inside texts in
 * another language, so it declares its own; nothing in such a text or in the link's name reverses the host.
 */
export function OutsideLink({ href, text, label }: Props) {
  const styles = useStyles()
  const { t, i18n } = useTranslation(['status', 'common'])
  const host = hostOf(href)
  if (!host) return <bdi>{text ?? href}</bdi>
  const name = label ?? t(isReviewItem(href) ? 'link.review' : 'link.external')
  return (
    <bdi dir="ltr" lang={i18n.language}>
      <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
        {text && text !== href && text !== name ? (
          <TextAround text={t('link.named', { kind: name, name: slot })}>
            <bdi lang="en">{text}</bdi>
          </TextAround>
        ) : (
          name
        )}
        <Open16Regular aria-hidden className={styles.icon} />
        <VisuallyHidden> {t('common:newTab')}</VisuallyHidden>
      </a>{' '}
      <bdi className={styles.host}>{host}</bdi>
    </bdi>
  )
}
