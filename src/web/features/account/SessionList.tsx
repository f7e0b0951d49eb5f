import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSession } from '../../../contract/account.ts'
import { endSession, sessionsQuery, signOut } from '../../api/account.ts'
import { ConfirmDialog } from '../../page/ConfirmDialog.tsx'
import { Entries } from '../../page/Entries.tsx'
import { Failure } from '../../page/Failure.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogButton } from '../../ui/dialogs/DialogButton.tsx'
import { Entry } from '../../ui/Entry.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Moment } from '../../words/Moment.tsx'
import { deviceName } from './deviceName.ts'

/** The browsers in which one is signed in. */
export function SessionList() {
  const { t } = useTranslation('account')
  const query = useQuery(sessionsQuery)
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel title={t('sessions.title')}>
      <Entries query={query} none={null}>
        {(session) => <SessionEntry key={session.id} session={session} />}
      </Entries>
      <DialogButton onClick={() => setAsking(true)}>{t('everywhere.action')}</DialogButton>
      {isAsking && (
        <ConfirmDialog
          act={() => signOut({ everywhere: true })}
          cancel={t('everywhere.cancel')}
          confirm={t('everywhere.action')}
          onClose={() => setAsking(false)}
          text={t('everywhere.text')}
          title={t('everywhere.title')}
        />
      )}
    </Panel>
  )
}

function SessionEntry({ session: { id, device, createdTime, usedTime, current } }: { session: AccountSession }) {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  const end = useMutation({ mutationFn: () => (current ? signOut({ everywhere: false }) : endSession(client, id)) })
  const name = deviceName(device) || t('sessions.unknown')
  return (
    <Entry
      name={current ? t('sessions.current', { device: name }) : name}
      facts={[
        [t('sessions.started'), <Moment key="started" time={createdTime} />],
        [t('used'), <Moment key="used" time={usedTime} />],
      ]}
    >
      <Failure error={end.error} />
      <Button
        aria-label={t('sessions.endNamed', { device: name })}
        disabledFocusable={end.isPending}
        onClick={() => end.mutate()}
      >
        {t('sessions.end')}
      </Button>
    </Entry>
  )
}
