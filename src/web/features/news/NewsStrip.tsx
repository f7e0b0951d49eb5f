import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
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
import { useIsNarrow } from '../../ui/useMedia.ts'
import { useNews } from './useNews.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
  },
  short: { fontSize: tokens.fontSizeBase200 },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
})

/**
 * How many offers have changed since the account looked last: leads to them, and marks them all as seen. It comes late,
 * so it is never higher than the line in which it stands.
 */
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
  const isNarrow = useIsNarrow()
  const isHere = pathname + search === paths.news
  const length = isNarrow ? 'short' : 'long'
  const time = sinceTime(since, i18n.language)
  const words = t(`strip.${length}${hasMore.changed ? 'More' : ''}`, { count: changed, time })
  function dismissAll() {
    // The button disappears when pressed.
    document.querySelector<HTMLElement>('h1')?.focus()
    dismiss.mutate()
  }
  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.short)}>
      {!(isNarrow && isHere) && (
        <>
          {!isNarrow && <Sparkle16Regular aria-hidden className={styles.icon} />}
          {isHere ? words : <PageLink to={paths.news}>{words}</PageLink>}
        </>
      )}
      {(!isNarrow || isHere) && (
        <Button appearance="subtle" onClick={dismissAll} size="small">
          {t('strip.dismiss')}
        </Button>
      )}
    </div>
  )
}
