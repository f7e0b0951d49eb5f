import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { pageSize } from '../../contract/offerList.ts'
import { Button } from '../ui/Button.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 720px)': { paddingInlineStart: tokens.spacingHorizontalM },
  },
  result: { display: 'flex', flexGrow: 1, columnGap: tokens.spacingHorizontalS },
  total: { marginInlineEnd: 'auto' },
})

type Props = {
  /** The list's name, which distinguishes its pager from others on the same page. */
  list: string
  page: number
  total: number
  /** The number of items in the list, in words. */
  text: string
  onPage: (page: number | undefined) => void
}

/** Turns the pages of a list, and announces how many results it has. */
export const Pager = memo(function Pager({ list, page, total, text, onPage }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className={styles.root} aria-label={t('pager.label', { list })}>
      <span className={styles.result} role="status">
        <span className={styles.total}>{text}</span>
        <span>{t('pager.page', { page, pages })}</span>
      </span>
      <Button
        appearance="subtle"
        aria-label={t('pager.previous')}
        disabledFocusable={page <= 1}
        icon={<ChevronLeft20Regular />}
        onClick={() => onPage(page > 2 ? page - 1 : undefined)}
      />
      <Button
        appearance="subtle"
        aria-label={t('pager.next')}
        disabledFocusable={page >= pages}
        icon={<ChevronRight20Regular />}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
})
