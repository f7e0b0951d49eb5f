import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { type Notification, notificationKinds } from '../../../contract/notifications.ts'
import { shortTime } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import { NewMark } from '../../words/Marks.tsx'
import { Moment } from '../../words/Moment.tsx'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  subject: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  failed: { color: tokens.colorPaletteRedForeground1 },
})

type Props = { notification: Notification; isNew: boolean; onOpen: () => void }

/** One notification: leads to the offer's step, and says what became of its mail. */
export function BellItem({ notification, isNew, onOpen }: Props) {
  const styles = useStyles()
  const { t, i18n } = useTranslation(['news', 'common'])
  const { publisherId, offerId, offerName, stepId, createdTime, state, sentTime } = notification
  const kind = notificationKinds.find((known) => known === notification.kind)
  const named = kind ? t(`kind.${kind}`) : t('common:unknown', { value: notification.kind })
  const to = { pathname: paths.status(publisherId, offerId), hash: stepId && `#step=${encodeURIComponent(stepId)}` }
  return (
    <li className={styles.item}>
      <span className={styles.subject}>
        <PageLink onClick={onOpen} to={to}>
          {t('item', { kind: named, offer: offerName })}
        </PageLink>
        {isNew && <NewMark text={t('bell.new')} />}
      </span>
      <span className={styles.facts}>
        <Moment time={createdTime} />
        <span className={mergeClasses(state === 'failed' && styles.failed)}>
          {state === 'sent'
            ? t('mail.sent', { time: shortTime(sentTime ?? createdTime, i18n.language) })
            : t(`mail.${state}`)}
        </span>
      </span>
    </li>
  )
}
