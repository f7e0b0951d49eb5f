import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { tellSignedIn } from '../../api/signedIn.ts'
import { paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import { StatePage } from '../../ui/StatePage.tsx'

/** The tab in which a person signed in again: the page where they were goes on by itself. */
export function SignedInPage() {
  const { t } = useTranslation('account')
  useEffect(() => {
    tellSignedIn()
    window.close()
  }, [])
  return (
    <main>
      <title>{t('signedIn.title')}</title>
      <StatePage
        as="h1"
        icon={<CheckmarkCircleRegular />}
        title={t('signedIn.title')}
        text={t('signedIn.text')}
        action={<PageLink to={paths.offers}>{t('signedIn.offers')}</PageLink>}
      />
    </main>
  )
}
