import { makeStyles, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { webhooksQuery } from '../../api/webhooks.ts'
import { Entries } from '../../page/Entries.tsx'
import { Freshness } from '../../page/Freshness.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { DialogButton } from '../../ui/dialogs/DialogButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { StatePage } from '../../ui/StatePage.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import { WebhookEntry } from './WebhookEntry.tsx'

/** The webhooks of a publisher, which only its owners see. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks')
  const { publisherId = '' } = useParams()
  const { data: role } = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: ({ publishers }) => publishers.find(({ id }) => id === publisherId)?.role,
  })
  return (
    <>
      <PageTitle page={t('title')} part={publisherId} />
      {role === 'owner' && <WebhookList key={publisherId} publisherId={publisherId} />}
      {role && role !== 'owner' && (
        <StatePage icon={<LockClosedRegular />} text={t('ownersOnly.text')} title={t('ownersOnly.title')} />
      )}
      {!role && <Placeholder width="60%" />}
    </>
  )
}

const useStyles = makeStyles({ text: { marginTop: 0, color: tokens.colorNeutralForeground3 } })

function WebhookList({ publisherId }: { publisherId: string }) {
  const styles = useStyles()
  const { t } = useTranslation('webhooks')
  const query = webhooksQuery(publisherId)
  const answer = useQuery(query)
  const [isAdding, setAdding] = useState(false)
  const adding = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Freshness query={query} />
      <Panel title={t('title')}>
        <p className={styles.text}>{t('text')}</p>
        <Entries none={<p>{t('none')}</p>} query={answer}>
          {(webhook) => (
            <WebhookEntry
              key={webhook.id}
              onDeleted={() => adding.current?.focus()}
              publisherId={publisherId}
              webhook={webhook}
            />
          )}
        </Entries>
        {answer.data?.available === false && <p>{t('unavailable')}</p>}
        {answer.data?.available && (
          <DialogButton ref={adding} onClick={() => setAdding(true)}>
            {t('new')}
          </DialogButton>
        )}
        {isAdding && <WebhookDialog onClose={() => setAdding(false)} publisherId={publisherId} />}
      </Panel>
    </>
  )
}
