import { makeStyles, tokens } from '@fluentui/react-components'
import { Eye16Filled, Eye16Regular } from '@fluentui/react-icons/svg/eye'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { watchOffer } from '../../api/news.ts'
import { Button } from '../../ui/Button.tsx'
import { useNews } from './useNews.ts'
import { permission } from './useNotifier.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Watches the offer of this page. The browser is asked for permission only when the reader presses the button for it. */
export function WatchButton() {
  const styles = useStyles()
  const { t } = useTranslation('news')
  const client = useQueryClient()
  const { publisherId = '', offerId = '' } = useParams()
  const [allowed, setAllowed] = useState(permission)
  const news = useNews()
  const change = useMutation({
    mutationFn: (watching: boolean) => watchOffer(client, { publisherId, offerId }, watching),
  })
  if (!news) return null
  const kept = news.watched.some((offer) => offer.publisherId === publisherId && offer.offerId === offerId)
  const watching = change.isPending ? change.variables : kept
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        aria-pressed={watching}
        icon={watching ? <Eye16Filled /> : <Eye16Regular />}
        onClick={() => change.mutate(!watching)}
        size="small"
      >
        {watching ? t('watch.watching') : t('watch.watch')}
      </Button>
      {watching && allowed === 'default' && (
        <Button
          appearance="transparent"
          onClick={() => void Notification.requestPermission().then(setAllowed)}
          size="small"
        >
          {t('watch.allow')}
        </Button>
      )}
      {watching && allowed !== 'default' && (
        <span className={styles.hint}>
          {allowed === 'granted' && t('watch.allowed')}
          {allowed === 'denied' && t('watch.denied')}
          {allowed === 'unable' && t('watch.unable')}
        </span>
      )}
    </div>
  )
}
