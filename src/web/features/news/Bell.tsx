import { makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { BellPanel } from './BellPanel.tsx'
import { useNews } from './useNews.ts'

const useStyles = makeStyles({
  button: { position: 'relative' },
  count: {
    position: 'absolute',
    top: '1px',
    insetInlineEnd: '1px',
    minWidth: '16px',
    boxSizing: 'border-box',
    paddingInline: '3px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
  },
  panel: { boxSizing: 'border-box', width: 'min(400px, calc(100vw - 24px))', padding: 0 },
})

/** The notifications of the account's publishers, with the number of those that were not read. */
export function Bell() {
  const styles = useStyles()
  const { t } = useTranslation('news')
  const [open, setOpen] = useState(false)
  const { unread = 0, hasMore } = useNews() ?? {}
  const label = unread === 0 ? t('bell.label') : t(hasMore?.unread ? 'bell.more' : 'bell.unread', { count: unread })
  const icon = (
    <>
      <Alert20Regular />
      {unread > 0 && (
        <span aria-hidden className={styles.count}>
          {hasMore?.unread ? `${unread}+` : unread}
        </span>
      )}
    </>
  )
  return (
    <Popover onOpenChange={(_, { open }) => setOpen(open)} open={open} positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" aria-label={label} className={styles.button} icon={icon} />
      </PopoverTrigger>
      <PopoverSurface aria-label={t('bell.label')} className={styles.panel}>
        <BellPanel onClose={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  )
}
