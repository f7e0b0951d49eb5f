import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { PageTitle } from '../../page/PageTitle.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageLink } from '../../ui/PageLink.tsx'
import { SessionList } from './SessionList.tsx'
import { TokenList } from './TokenList.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '900px' },
})

/** Where one is signed in, and the tools that act in one's name. */
export function AccountPage() {
  const styles = useStyles()
  const { t } = useTranslation('account')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  return (
    <div className={styles.page}>
      <PageTitle page={t('page.title')} />
      <PageHeader title={t('page.title')} text={session?.account.email} />
      {session?.signsIn && <SessionList />}
      <TokenList publishers={session?.publishers ?? []} />
      <PageLink reloadDocument to="/licences.txt">
        {t('licences')}
      </PageLink>
    </div>
  )
}
