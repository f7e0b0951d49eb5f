import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Webhook } from '../../../contract/webhooks.ts'
import { webhookActs } from '../../api/webhooks.ts'
import { listed } from '../../i18n/format.ts'
import { ConfirmDialog } from '../../page/ConfirmDialog.tsx'
import { Failure } from '../../page/Failure.tsx'
import { DialogButton } from '../../ui/dialogs/DialogButton.tsx'
import { Entry, type Fact } from '../../ui/Entry.tsx'
import { Moment } from '../../words/Moment.tsx'
import { DeliveryList } from './DeliveryList.tsx'
import { useEventWords } from './eventWords.ts'
import { SecretDialog } from './SecretDialog.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  address: { overflowWrap: 'anywhere' },
})

type Act = 'test' | 'deliveries' | 'change' | 'secret' | 'delete'
const acts: readonly Act[] = ['test', 'deliveries', 'change', 'secret', 'delete']
type Props = {
  publisherId: string
  webhook: Webhook
  /** The button that was pressed is gone with its webhook. */
  onDeleted: () => void
}

/** A webhook: where it leads, how it does, and what an owner can do with it. */
export function WebhookEntry({ publisherId, webhook, onDeleted }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('webhooks')
  const facts = useFacts(webhook)
  const client = useQueryClient()
  const { id, name } = webhook
  const owner = webhookActs(client, publisherId)
  const [open, setOpen] = useState<Act>()
  const [isListed, setListed] = useState(false)
  const test = useMutation({ mutationFn: () => owner.test(id), onSuccess: () => setListed(true) })
  const close = () => setOpen(undefined)
  const press = (act: Act) => {
    if (act === 'test') test.mutate()
    else if (act === 'deliveries') setListed(!isListed)
    else setOpen(act)
  }
  return (
    <Entry facts={facts} name={<bdi>{name}</bdi>}>
      <div className={styles.actions}>
        {acts.map((act) => (
          <DialogButton
            key={act}
            {...(act === 'deliveries' && { 'aria-expanded': isListed })}
            aria-label={t('named', { action: t(`action.${act}`), name })}
            disabledFocusable={act === 'test' && test.isPending}
            onClick={() => press(act)}
            size="small"
          >
            {t(`action.${act}`)}
          </DialogButton>
        ))}
      </div>
      <Failure error={test.error} />
      {isListed && <DeliveryList name={name} publisherId={publisherId} webhookId={id} />}
      {open === 'change' && <WebhookDialog onClose={close} publisherId={publisherId} webhook={webhook} />}
      {open === 'secret' && <SecretDialog name={name} onClose={close} replace={() => owner.replaceSecret(id)} />}
      {open === 'delete' && (
        <ConfirmDialog
          act={() => owner.remove(id).then(onDeleted)}
          cancel={t('delete.cancel')}
          confirm={t('action.delete')}
          onClose={close}
          text={t('delete.text', { webhook: name })}
          title={t('delete.title')}
        />
      )}
    </Entry>
  )
}

function useFacts({ address, types, disabled, failures, succeededTime, earlierSecretUntil }: Webhook): Fact[] {
  const styles = useStyles()
  const { t, i18n } = useTranslation('webhooks')
  const eventName = useEventWords()
  const state = disabled
    ? t(`disabled.${disabled.reason}`)
    : failures > 0
      ? t('failures', { count: failures })
      : t('enabled')
  return [
    [
      t('address'),
      <bdi key="address" className={styles.address}>
        {address}
      </bdi>,
    ],
    [t('events'), types ? listed(types.map(eventName), i18n.language) : t('allEvents')],
    [t('state'), state],
    [t('accepted'), succeededTime ? <Moment key="accepted" time={succeededTime} /> : t('never')],
    ...(earlierSecretUntil ? [[t('earlierSecret'), <Moment key="until" time={earlierSecretUntil} />] as const] : []),
  ]
}
