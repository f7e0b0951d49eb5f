import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalToken } from '../../../contract/account.ts'
import type { Session } from '../../../contract/session.ts'
import { revokeToken, tokensQuery } from '../../api/account.ts'
import { serviceTime } from '../../clock.ts'
import { ConfirmDialog } from '../../page/ConfirmDialog.tsx'
import { Entries } from '../../page/Entries.tsx'
import { DialogButton } from '../../ui/dialogs/DialogButton.tsx'
import { Entry } from '../../ui/Entry.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Moment } from '../../words/Moment.tsx'
import { NewTokenDialog } from './NewTokenDialog.tsx'

const useStyles = makeStyles({ text: { marginTop: 0, color: tokens.colorNeutralForeground3 } })

type Publishers = Session['publishers']

/** The tools that act in one's name. */
export function TokenList({ publishers }: { publishers: Publishers }) {
  const styles = useStyles()
  const { t } = useTranslation('account')
  const query = useQuery(tokensQuery)
  const [isAdding, setAdding] = useState(false)
  return (
    <Panel title={t('tokens.title')}>
      <p className={styles.text}>{t('tokens.text')}</p>
      <Entries query={query} none={<p>{t('tokens.none')}</p>}>
        {(token) => <TokenEntry key={token.id} publishers={publishers} token={token} />}
      </Entries>
      {publishers.length > 0 && <DialogButton onClick={() => setAdding(true)}>{t('tokens.new')}</DialogButton>}
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} publishers={publishers} />}
    </Panel>
  )
}

function TokenEntry({ token, publishers }: { token: PersonalToken; publishers: Publishers }) {
  const { t } = useTranslation(['account', 'common'])
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { id, name, publisherId, role, expiresTime, usedTime } = token
  const isOver = Date.parse(expiresTime) <= serviceTime()
  return (
    <Entry
      name={name}
      facts={[
        [publishers.find((known) => known.id === publisherId)?.name ?? publisherId, t(`common:role.${role}`)],
        [isOver ? t('tokens.expired') : t('tokens.expires'), <Moment key="end" time={expiresTime} />],
        [t('used'), usedTime ? <Moment key="used" time={usedTime} /> : t('tokens.unused')],
      ]}
    >
      <DialogButton aria-label={t('revoke.named', { name })} onClick={() => setAsking(true)}>
        {t('revoke.action')}
      </DialogButton>
      {isAsking && (
        <ConfirmDialog
          act={() => revokeToken(client, id)}
          cancel={t('revoke.cancel')}
          confirm={t('revoke.action')}
          onClose={() => setAsking(false)}
          text={t('revoke.text', { token: name })}
          title={t('revoke.title')}
        />
      )}
    </Entry>
  )
}
