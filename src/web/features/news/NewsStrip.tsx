import { makeStyles, tokens } from '@fluentui/react-components'
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { News } from '../../../contract/news.ts'
import { seeAll } from '../../api/news.ts'
import { sinceTime } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { PageLink } from '../../ui/PageLink.tsx'
import { useNews } from './useNews.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  text: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: 600 },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
})

/** How many offers have changed since the account looked last: leads to them, or marks them all as seen. */
export function NewsStrip() {
  const news = useNews()
  return news?.since && news.changed > 0 ? <Strip news={news} since={news.since} /> : null
}

function Strip({ news: { changed, hasMore, upTo }, since }: { news: News; since: string }) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('news')
  const client = useQueryClient()
  const { pathname, search } = useLocation()
  const dismiss = useMutation({ mutationFn: () => seeAll(client, upTo) })
  const values = { count: changed, time: sinceTime(since, i18n.language) }
  function dismissAll() {
    // The button disappears when pressed.
    document.querySelector<HTMLElement>('h1')?.focus()
    dismiss.mutate()
  }
  return (
    <div className={styles.root}>
      <span className={styles.text}>
        <Sparkle16Regular aria-hidden className={styles.icon} />
        {hasMore.changed ? t('strip.more', values) : t('strip.changed', values)}
      </span>
      {pathname + search !== paths.news && <PageLink to={paths.news}>{t('strip.show')}</PageLink>}
      <Button appearance="subtle" onClick={dismissAll} size="small">
        {t('strip.dismiss')}
      </Button>
    </div>
  )
}
