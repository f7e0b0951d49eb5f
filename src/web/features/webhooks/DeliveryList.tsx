import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageSize } from '../../../contract/offerList.ts'
import { deliveryFaults, type WebhookDelivery } from '../../../contract/webhooks.ts'
import { deliveriesQuery, webhookActs } from '../../api/webhooks.ts'
import { Entries } from '../../page/Entries.tsx'
import { Failure } from '../../page/Failure.tsx'
import { Pager } from '../../page/Pager.tsx'
import { Button } from '../../ui/Button.tsx'
import { Entry, type Fact } from '../../ui/Entry.tsx'
import { Moment } from '../../words/Moment.tsx'
import { useEventWords } from './eventWords.ts'

const useStyles = makeStyles({
  list: { flexBasis: '100%', minWidth: 0, paddingInlineStart: tokens.spacingHorizontalL },
  answer: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
  text: {
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

type Props = { publisherId: string; webhookId: string; name: string }

/** What was sent to a webhook, and what it answered. */
export function DeliveryList({ publisherId, webhookId, name }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('webhooks')
  const [page, setPage] = useState(1)
  const query = useQuery({ ...deliveriesQuery(publisherId, webhookId, page), placeholderData: keepPreviousData })
  const title = t('deliveries.title', { name })
  const total = query.data?.total ?? 0
  return (
    <section aria-label={title} className={styles.list}>
      <Entries none={<p>{t('deliveries.none')}</p>} query={query}>
        {(delivery) => (
          <DeliveryEntry key={delivery.id} delivery={delivery} publisherId={publisherId} webhookId={webhookId} />
        )}
      </Entries>
      {(total > pageSize || page > 1) && (
        <Pager
          list={title}
          onPage={(next = 1) => setPage(next)}
          page={page}
          text={t('deliveries.total', { count: total })}
          total={total}
        />
      )}
    </section>
  )
}

type EntryProps = Omit<Props, 'name'> & { delivery: WebhookDelivery }

function DeliveryEntry({ publisherId, webhookId, delivery }: EntryProps) {
  const styles = useStyles()
  const { t } = useTranslation('webhooks')
  const client = useQueryClient()
  const event = useEventWords()(delivery.type)
  const facts = useFacts(delivery)
  const resend = useMutation({ mutationFn: () => webhookActs(client, publisherId).resend(webhookId, delivery.id) })
  return (
    <Entry facts={facts} name={event}>
      <Button
        aria-label={t('named', { action: t('action.resend'), name: event })}
        disabledFocusable={resend.isPending || delivery.state === 'waiting'}
        onClick={() => resend.mutate()}
        size="small"
      >
        {t('action.resend')}
      </Button>
      <Failure error={resend.error} />
      {delivery.answer?.text && (
        <details className={styles.answer}>
          <summary>{t('deliveries.answerText')}</summary>
          <pre className={styles.text} dir="auto">
            {delivery.answer.text}
          </pre>
        </details>
      )}
    </Entry>
  )
}

function useFacts({ time, offerId, state, attempts, attemptedTime, nextTime, fault, answer }: WebhookDelivery): Fact[] {
  const { t } = useTranslation('webhooks')
  const known = deliveryFaults.find((one) => one === fault)
  return [
    [t('deliveries.happened'), <Moment key="happened" time={time} />],
    ...(offerId ? [[t('deliveries.offer'), offerId] as const] : []),
    [t('state'), t(`deliveries.state.${state}`)],
    [t('deliveries.attempts'), attempts],
    ...(attemptedTime ? [[t('deliveries.tried'), <Moment key="tried" time={attemptedTime} />] as const] : []),
    ...(nextTime && attempts > 0 ? [[t('deliveries.next'), <Moment key="next" time={nextTime} />] as const] : []),
    ...(fault ? [[t('deliveries.reason'), known ? t(`fault.${known}`) : fault] as const] : []),
    ...(answer
      ? [
          [
            t('deliveries.answer'),
            t('deliveries.duration', { status: answer.status, count: answer.milliseconds }),
          ] as const,
        ]
      : []),
  ]
}
