import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../../api/polled.ts'
import { sessionQuery } from '../../api/session.ts'
import { Entries } from '../../page/Entries.tsx'
import { PageTitle } from '../../page/PageTitle.tsx'
import { paths } from '../../paths.ts'
import { Entry } from '../../ui/Entry.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '900px' },
})

/** The publishers where one has a role. */
export function PublisherListPage() {
  const styles = useStyles()
  const { t } = useTranslation(['publisher', 'common'])
  const query = useQuery({
    ...sessionQuery,
    ...withoutPolling,
    select: ({ publishers }) => ({ items: publishers }),
  })
  return (
    <div className={styles.page}>
      <PageTitle page={t('list.title')} />
      <PageHeader text={t('list.text')} title={t('list.title')} />
      <Entries none={<p>{t('list.none')}</p>} query={query}>
        {({ id, name, role }) => (
          <Entry
            key={id}
            facts={[
              [t('yourRoleLabel'), t(`common:role.${role}`)],
              [t('publisherId'), id],
            ]}
            name={<PageLink to={paths.users(id)}>{name}</PageLink>}
          />
        )}
      </Entries>
    </div>
  )
}
