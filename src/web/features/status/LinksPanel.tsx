import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../contract/indicators.ts'
import { type Link, type OfferStatus, signOffId, storefronts } from '../../../contract/status.ts'
import { Panel } from '../../ui/Panel.tsx'
import { OutsideLink } from '../../words/OutsideLink.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    marginBottom: tokens.spacingVerticalM,
    padding: 0,
    listStyleType: 'none',
  },
  kind: { color: tokens.colorNeutralForeground3, marginInlineEnd: tokens.spacingHorizontalXS },
  none: { margin: 0, marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: 'inherit',
  },
  text: { margin: 0 },
})

/** The links to the preview and the listing, and the addresses for notifications. */
export function LinksPanel({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { previewLinks, liveLinks, notificationEmails } = status
  const links = [
    ...previewLinks.map((link) => ({ ...link, kind: t('links.preview') })),
    ...liveLinks.map((link) => ({ ...link, kind: t('links.live') })),
  ]
  return (
    <Panel title={t('heading.links')}>
      {links.length === 0 && <p className={styles.none}>{t(`links.none.${previewOf(status)}`)}</p>}
      {links.length > 0 && (
        <ul className={styles.list}>
          {links.map(({ kind, ...link }) => (
            <li key={`${kind} ${link.uri}`}>
              <span className={styles.kind}>{kind}</span>
              <OutsideLink href={link.uri} label={<StorefrontName {...link} />} />
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.title}>{t('heading.notifications')}</h3>
      <p className={styles.text}>{notificationEmails || t('notifications.none')}</p>
    </Panel>
  )
}

/** The storefront's name in the reader's language, else as the service sends it. */
function StorefrontName({ storefront, displayText }: Link) {
  const { t } = useTranslation('status')
  const known = storefronts.find((one) => one === storefront)
  return known ? t(`storefront.${known}`) : <span lang="en">{displayText}</span>
}

/** Whether a preview is still to come, or was signed off, or there is none because nothing is being published. */
function previewOf(status: OfferStatus): 'toCome' | 'signedOff' | 'none' {
  const indicator = indicatorShown(status)
  if (indicator === 'none') return 'toCome'
  if (indicator !== 'inProgress' && indicator !== 'awaitingSignoff') return 'none'
  return status.steps.some(({ id, status }) => id === signOffId && status === 'complete') ? 'signedOff' : 'toCome'
}
