import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { draftQuery, formQuery } from '../../api/draft.ts'
import { withoutPolling } from '../../api/polled.ts'
import { mayAct, sessionQuery } from '../../api/session.ts'
import { statusQuery } from '../../api/status.ts'
import { LoadProblem } from '../../page/LoadProblem.tsx'
import { BlockSkeleton } from '../../ui/PageSkeleton.tsx'
import { Editor } from './Editor.tsx'

/** The draft of an offer, by the tabs of its type. */
export function EditorPage() {
  const { publisherId = '', offerId = '' } = useParams()
  const { t } = useTranslation(['editor', 'common'])
  const offer = { publisherId, offerId }
  const { data: status } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const isElsewhere = status?.offer?.marketplace !== undefined
  const draft = useQuery({ ...draftQuery(offer), enabled: !isElsewhere })
  const type = useQuery({
    ...formQuery(draft.data?.offer.offerTypeId ?? status?.offer?.offerTypeId ?? ''),
    enabled: !isElsewhere && (draft.data ?? status) !== undefined,
  })
  const { data: mayWrite = true } = useQuery({ ...sessionQuery, ...withoutPolling, select: mayAct(publisherId) })
  if (isElsewhere) return <p>{t('readOnly.elsewhere')}</p>
  if (draft.data && type.data)
    return <Editor draft={draft.data} isReadOnly={!mayWrite} offer={offer} offerType={type.data} status={status} />
  const failed = [draft, type].find(({ error }) => error)
  if (failed) return <LoadProblem as="h2" error={failed.error} notFound="offer" onRetry={() => void failed.refetch()} />
  return <BlockSkeleton label={t('common:freshness.loading')} />
}
