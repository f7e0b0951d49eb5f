import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'

/** `part` distinguishes pages about the same thing; `status` is read in the tab while another one is open. */
type Props = { page: string; part?: string | undefined; status?: string | undefined }

/** The tab's title, with the number of offers that wait for the publisher. */
export function PageTitle({ page: name, part, status }: Props) {
  const { t } = useTranslation()
  const named = status ? t('title.status', { status, page: name }) : name
  const page = part ? t('title.part', { part, page: name }) : named
  const { data: waiting = 0 } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.waiting })
  const app = t('app')
  return <title>{waiting > 0 ? t('title.waiting', { waiting, page, app }) : t('title.page', { page, app })}</title>
}
